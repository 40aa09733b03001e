import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneIn, type SoftphonePage } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";

const robots = {
  "620": { voice: 440, lose: 0.25 },
  "621": {},
  "622": { voice: 440, lose: 1 },
} as const;

describe("how well a call is heard", () => {
  let stage: Stage;
  let page: Page;
  let phone: SoftphonePage;
  beforeEach(async () => {
    stage = await Stage.open({ demo: { robots } });
    page = await stage.visit("/home");
    phone = softphoneIn(page);
    await phone.says(/Registered/);
  });
  afterEach(() => stage.close());

  const shown = (words: RegExp, seconds = 15) =>
    phone.region.getByText(words).waitFor({ timeout: seconds * 1000 });

  it("is good on a good line, with its figures, and the sum outlives the page and the call", async () => {
    await phone.dial("601");
    await shown(/Quality: good \(4\.\d\)/);
    await phone.region.getByText(/Quality: good/).click();
    await phone.region
      .locator("dl")
      .filter({ hasText: /0\.0 %.*PCMU.*UDP/s })
      .waitFor();
    await page.goto(`${stage.crm}/003/o`);
    await phone.says(/Connected/);
    await shown(/Quality: (good|fair)/);
    await phone.button("Hang up").click();
    await shown(/Quality: (good|fair) \(\d\.\d on average, \d\.\d at worst\)/);
  });

  it("is poor where a quarter of the packets is lost", async () => {
    await phone.dial("620");
    await shown(/Quality: poor/);
    await phone.region.getByText(/Quality: poor/).click();
    await phone.region
      .locator("dl")
      .filter({ hasText: /2\d\.\d %/ })
      .waitFor();
  });

  it("tells within five seconds a side that says nothing from one of which nothing arrives", async () => {
    await phone.dial("621");
    await phone.says(/Connected/);
    const connected = Date.now();
    await shown(/The other side is silent/, 8);
    assert.isBelow(Date.now() - connected, 6_500, "five seconds, and a busy machine");
    await phone.button("Hang up").click();
    await phone.dial("622");
    await phone.says(/Connected/);
    const connectedAgain = Date.now();
    await shown(/Nothing arrives from the other side/, 8);
    assert.isBelow(Date.now() - connectedAgain, 6_500, "five seconds, and a busy machine");
  });

  it("tells within five seconds that the microphone gives no sound", async () => {
    await stage.agent.addInitScript(() => {
      // A headset whose own switch is off: there, and silent.
      navigator.mediaDevices.getUserMedia = () =>
        Promise.resolve(new AudioContext().createMediaStreamDestination().stream);
    });
    await page.goto(`${stage.crm}/003/o`);
    await phone.says(/Registered/);
    await phone.dial("601");
    await phone.says(/Connected/);
    const connected = Date.now();
    await shown(/Your microphone gives no sound/, 8);
    assert.isBelow(Date.now() - connected, 6_500, "five seconds, and a busy machine");
    assert.equal(await phone.region.getByText(/The other side is silent/).count(), 0);
  });
});
