import { assert } from "chai";
import { ChangedBundles } from "../support/changed-bundles.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
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
