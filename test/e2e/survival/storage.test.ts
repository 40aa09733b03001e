import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneHears } from "../support/browser.ts";
import { ChangedBundles } from "../support/changed-bundles.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { watchFront } from "./front.ts";
import { Talk } from "./talk.ts";

const refused = `Object.defineProperty(self, "indexedDB", { value: {
  open() { throw new DOMException("no", "SecurityError"); } } })`;
const full = `IDBObjectStore.prototype.put = () => {
  throw new DOMException("no", "QuotaExceededError"); }`;

describe("a browser that stores nothing for the phone", () => {
  for (const [problem, script, words] of [
    ["as it refuses to", refused, /stores nothing for the phone/],
    ["as there is no room", full, /storage is full/],
  ] as const) {
    it(`${problem}: the phone works, says so, and the call outlives its page`, async () => {
      await using bundles = await ChangedBundles.make();
      await bundles.begin("worker.js", script);
      await using stage = await Stage.open({ demo: { bundles: bundles.folder } });
      const page = await stage.visit("/home");
      await softphoneIn(page).says(/Registered/);
      const talk = new Talk(stage, page);
      await talk.dial("601");
      await talk.connected();
      await talk.phone.region.getByText(words).waitFor();
      await page.goto(`${stage.crm}/003/o`);
      await talk.connected();
      await talk.isHeardBothWays();
      await talk.hangUp();
      await until(
        () => stage.loggedCalls(),
        ({ length }) => length > 0,
        { what: "the log" },
      );
      await page.reload();
      await talk.phone.says(/Registered/);
      assert.lengthOf(await stage.loggedCalls(), 1);
    });
  }
});

describe("a browser that lets frames of other sites store nothing", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    stage = await Stage.open({ machine: { storage: "refused" } });
    const origin = `http://phone.localhost:${stage.demo.port}`;
    await stage.agent.grantPermissions(["microphone"], { origin });
    page = await stage.visit("/home");
    talk = new Talk(stage, page);
    await talk.phone.says(/Registered/);
  });
  afterEach(() => stage.close());

  it("has a phone that lives in the page, says what is lost, and logs its calls", async () => {
    const panel = talk.phone.root.getByRole("complementary", { name: "The phone's window" });
    await panel.getByText(/a call ends with its page/).waitFor();
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    await talk.hangUp();
    await stage.firstLoggedCall();
    await page.goto(`${stage.crm}/003/o`);
    await talk.phone.says(/Registered/);
    assert.lengthOf(await stage.loggedCalls(), 1);
  });

  it("keeps a call over page loads in the phone's own window", async () => {
    const home = await talk.openWindow("The phone lives in this window");
    const isShown = await watchFront(home);
    await talk.dial("601");
    await talk.connected();
    for (const path of ["/003/o", "/001/o"]) {
      await page.goto(stage.crm + path);
      await talk.connected();
      await softphoneHears(home, "the robot");
    }
    await talk.phone.button("Show the phone's window").click();
    await isShown(1);
    assert.lengthOf(stage.agent.pages(), 2);
    await talk.hangUp();
    await stage.firstLoggedCall();
    assert.lengthOf(await stage.loggedCalls(), 1);
  });
});
