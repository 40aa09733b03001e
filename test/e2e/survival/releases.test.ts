import { assert } from "chai";
import { ChangedBundles } from "../support/changed-bundles.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { Talk } from "./talk.ts";
import { wantNoCalls, wantsNoCalls } from "./wants.ts";

describe("two releases of the softphone, of which the newer was copied over the older", () => {
  let bundles: ChangedBundles;
  let stage: Stage;
  before(() => ChangedBundles.prepareRelease());
  beforeEach(async () => {
    bundles = await ChangedBundles.make();
    stage = await Stage.open({ demo: { bundles: bundles.folder } });
  });
  afterEach(async () => {
    await stage.close();
    await bundles[Symbol.asyncDispose]();
  });

  /** A page of the older release, in a call. */
  async function inCall(): Promise<Talk> {
    const talk = new Talk(stage, await stage.visit("/home"));
    await talk.phone.says(/Registered/);
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    return talk;
  }

  /** Whether the phone in the page is the older release, which is loaded by its number. */
  const isOlder = async ({ phone }: Talk) =>
    (await phone.root.locator('script[src^="/view.1."]').count()) > 0;

  const oneIsRegistered = () =>
    until(
      () => stage.demo.exchange.registrations().length,
      (count) => count === 1,
      { what: "the older one's registration to be gone" },
    );

  it("keep the call of the only page over its page loads, and the newer one has the next page after it", async () => {
    const talk = await inCall();
    await bundles.release({ old: "kept" });
    for (const path of ["/003/o", "/home"]) {
      await talk.page.goto(stage.crm + path);
      await talk.connected();
      await talk.isHeardBothWays();
      assert.isTrue(await isOlder(talk));
    }
    assert.equal(stage.demo.exchange.stats().runningCalls, 1);
    assert.lengthOf(stage.demo.exchange.registrations(), 1);
    await talk.hangUp();
    await stage.firstLoggedCall();

    await talk.page.goto(`${stage.crm}/003/o`);
    await talk.phone.says(/Registered/);
    assert.isFalse(await isOlder(talk));
    await oneIsRegistered();
    await talk.dial("600");
    await talk.connected();
    await talk.isHeardBothWays();
    assert.lengthOf(await stage.loggedCalls(), 1);
  });

  it("keep what the agent wants, though the newer one has the telephone", async () => {
    const talk = new Talk(stage, await stage.visit("/home"));
    await talk.phone.says(/Registered/);
    await wantNoCalls(talk);
    await bundles.release({ old: "gone" });
    await talk.page.goto(`${stage.crm}/003/o`);
    await talk.phone.says(/Registered/);
    assert.isFalse(await isOlder(talk));
    await oneIsRegistered();
    await wantsNoCalls(talk);
    await talk.anotherCustomer().endsByItself();
  });

  it("keep a caller ringing over a page load", async () => {
    const talk = new Talk(stage, await stage.visit("/home"));
    await talk.phone.says(/Registered/);
    talk.customerCalls();
    await talk.phone.button("Answer").waitFor();
    await bundles.release({ old: "kept" });
    await talk.page.goto(`${stage.crm}/003/o`);
    await talk.phone.button("Answer").click();
    await talk.connected();
    await talk.isHeardBothWays();
  });

  it("say so where the older one's files are gone, and its call with them", async () => {
    const talk = await inCall();
    await bundles.release({ old: "gone" });
    await talk.page.goto(`${stage.crm}/003/o`);
    await talk.phone.says(/Waiting: a call goes on in the previous version/);
    const notice = talk.phone.root.getByText(/no longer on the server: it cannot be heard here/);
    await notice.waitFor();
    await talk.endsThere();
    await talk.phone.says(/Registered/);
    await notice.waitFor({ state: "detached" });
    await oneIsRegistered();
  });

  it("leave a call to the older one, and the telephone to the newer one once it is over", async () => {
    const { exchange } = stage.demo;
    const talk = await inCall();
    await bundles.release({ old: "gone" });
    // All that the older page needs to the end of its call was loaded before.
    await talk.page.route(/[.]js(?:[?]|$)/, (route) => route.abort());
    const newPage = await stage.visit("/home");
    const { status } = softphoneIn(newPage);
    await status.filter({ hasText: /previous version/i }).waitFor();
    await talk.isHeardBothWays();
    assert.lengthOf(exchange.registrations(), 1);
    await talk.phone.button("Keypad").click();
    await talk.phone.button("5").click();
    await talk.hasPressed(/^5$/);

    await talk.hangUp();
    await softphoneIn(newPage).says(/Registered/);
    await talk.phone.status.filter({ hasText: /A newer version/ }).waitFor();
    await oneIsRegistered();
    await stage.firstLoggedCall();

    await softphoneIn(newPage).dial("600");
    await softphoneIn(newPage).says(/Connected/);
    await talk.page.unroute(/[.]js(?:[?]|$)/);
    await talk.page.reload();
    await talk.phone.says(/Connected/);
    assert.lengthOf(await stage.loggedCalls(), 1);
  });

  for (const [way, script, says] of [
    ["the sound", () => undefined, "This window carries the sound of your calls"],
    ["the whole line", forgetWorker, "The phone lives in this window"],
  ] as const) {
    it(`part at a window of the older one that has ${way}: it says so, and the newer one has the phone`, async () => {
      await stage.agent.addInitScript(script);
      const origin = `http://phone.localhost:${stage.demo.port}`;
      await stage.agent.grantPermissions(["microphone"], { origin });
      const talk = new Talk(stage, await stage.visit("/home"));
      await talk.phone.says(/Registered/);
      const home = await talk.openWindow(says);
      await talk.dial("601");
      await talk.connected();
      await bundles.release({ old: "kept" });
      await talk.page.goto(`${stage.crm}/003/o`);
      await talk.connected();
      await talk.isHeardThere(({ rms }) => rms > 0.01, "the robot to hear the agent");
      await talk.hangUp();
      await stage.firstLoggedCall();

      await talk.page.goto(`${stage.crm}/home`);
      await talk.phone.says(/Registered/);
      await home.getByText("Close this window and open it again").waitFor();
      await oneIsRegistered();
      await home.close();
      await talk.openWindow(says);
      await oneIsRegistered();
      assert.lengthOf(await stage.loggedCalls(), 1);
    });
  }
});

/** Runs in every frame before its scripts. */
function forgetWorker() {
  Reflect.deleteProperty(window, "SharedWorker");
}
