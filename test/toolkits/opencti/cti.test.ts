import { assert } from "chai";
import { Cti } from "../../../src/toolkits/opencti/cti.ts";
import { FakeSalesforce, toolkitOver } from "./fake-salesforce.ts";
import { rejection } from "./rejection.ts";

const answering = (result: unknown) => toolkitOver(new FakeSalesforce(() => ({ result }))).cti;

describe("toolkits/opencti/cti", () => {
  describe("getCallCenterSettings", () => {
    it("is refused when Salesforce has none", async () => {
      for (const result of [null, "", false]) {
        const error = await rejection(answering(result).getCallCenterSettings());
        assert.equal(error.code, "refused");
      }
    });

    it("reads badly formed JSON", async () => {
      const settings = await answering('{"/a/b": "1",}').getCallCenterSettings();
      assert.deepEqual(settings, { "/a/b": "1" });
    });
  });

  describe("getDirectoryNumbers", () => {
    it("asks for page 0 of 5,000 unless told otherwise, with the callback third", async () => {
      const fake = new FakeSalesforce(() => ({
        result: '{"directoryNumbers":[],"hasNext":false}',
      }));
      await toolkitOver(fake).cti.getDirectoryNumbers();
      assert.deepEqual(fake.calls[0]?.args, [false, "", "callback", 0, 5000]);
    });
  });

  it("reports to the page when nobody else wants to hear", () => {
    const fake = new FakeSalesforce();
    const reported: unknown[] = [];
    const original = globalThis.reportError;
    globalThis.reportError = (error) => void reported.push(error);
    try {
      new Cti(fake.interaction.cti).onClickToDial(() => undefined);
      fake.fire("cti.onClickToDial", { result: "{" });
    } finally {
      globalThis.reportError = original;
    }
    assert.lengthOf(reported, 1);
  });

  it("is unavailable throughout when the script has no cti at all", async () => {
    const error = await rejection(new Cti(undefined).enableClickToDial());
    assert.equal(error.code, "unavailable");
  });
});
