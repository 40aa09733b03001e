import { assert } from "chai";
import { ChangedBundles } from "../support/changed-bundles.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { Talk } from "./talk.ts";

describe("two releases of the softphone side by side", () => {
  let bundles: ChangedBundles;
  let stage: Stage;
  before(async () => {
    bundles = await ChangedBundles.make();
    stage = await Stage.open({ demo: { bundles: bundles.folder } });
  });
  after(async () => {
    await stage.close();
    await bundles[Symbol.asyncDispose]();
  });

  /** The next release speaks another protocol between view and line. */
  async function release() {
    await bundles.replace("view.js", "switchhook-line-v1", "switchhook-line-v2");
    await bundles.replace("worker.js", "{version:1,", "{version:2,");
  }

  it("leave a call to the older one, and the telephone to the newer one once it is over", async () => {
    const { exchange } = stage.demo;
    const oldPage = await stage.visit("/home");
    await softphoneIn(oldPage).says(/Registered/);
    const talk = new Talk(stage, oldPage);
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();

    await release();
    const newPage = await stage.visit("/home");
    const { status } = softphoneIn(newPage);
    await status.filter({ hasText: /previous version/i }).waitFor();
    await talk.isHeardBothWays();
    assert.lengthOf(exchange.registrations(), 1);

    await talk.hangUp();
    await softphoneIn(newPage).says(/Registered/);
    await softphoneIn(oldPage)
      .status.filter({ hasText: /A newer version/ })
      .waitFor();
    await until(
      () => exchange.registrations().length,
      (count) => count === 1,
      { what: "the older one's registration to be gone" },
    );
    await until(
      () => stage.loggedCalls(),
      ({ length }) => length === 1,
      { what: "the call's log" },
    );

    await softphoneIn(newPage).dial("600");
    await softphoneIn(newPage).says(/Connected/);
    await oldPage.reload();
    await softphoneIn(oldPage).says(/Connected/);
    assert.lengthOf(await stage.loggedCalls(), 1);
  });
});
