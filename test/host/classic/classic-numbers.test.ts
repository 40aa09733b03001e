import { assert } from "chai";
import { HostError, type DialRequest, type HostErrorCode } from "../../../src/host/host.ts";
import { FakeSalesforce } from "./fake-salesforce.ts";

const json = (value: unknown) => ({ result: JSON.stringify(value) });
const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const annFacts = { objectId: ann.id, objectName: ann.name, object: ann.object };

const clicksOn = ({ numbers }: FakeSalesforce) => {
  const clicks: DialRequest[] = [];
  numbers.on("dialRequested", (request) => clicks.push(request));
  return clicks;
};

describe("host/classic/classic-numbers", () => {
  it("makes numbers clickable, and stops it", async () => {
    const { numbers, calls } = new FakeSalesforce();
    await numbers.setClickToDial(true);
    await numbers.setClickToDial(false);
    assert.includeMembers(calls, ["enableClickToDial", "disableClickToDial"]);
  });

  for (const [answer, code] of [
    [{ result: false, error: "No access" }, "refused"],
    ["silence", "silent"],
    [{ odd: 1 }, "failed"],
  ] as [unknown, HostErrorCode][]) {
    it(`rejects with ${code} when Salesforce's answer is ${JSON.stringify(answer)}`, async () => {
      const { numbers } = new FakeSalesforce({ answers: { enableClickToDial: answer } });
      const error = await numbers.setClickToDial(true).catch((reason: unknown) => reason);
      assert.instanceOf(error, HostError);
      assert.include(error, { code });
    });
  }

  it("tells of a clicked number, with its record when Salesforce names one", () => {
    const salesforce = new FakeSalesforce();
    const clicks = clicksOn(salesforce);
    salesforce.tell("onClickToDial", json({ number: "(415) 555-0101", ...annFacts }));
    salesforce.tell("onClickToDial", json({ number: "600" }));
    salesforce.tell("onClickToDial", json({ number: "601", objectId: "no Id" }));
    assert.deepEqual(clicks, [
      { number: "(415) 555-0101", record: ann },
      { number: "600" },
      { number: "601" },
    ]);
  });

  it("tells of a clicked number's country, where a Visualforce page says it", () => {
    const salesforce = new FakeSalesforce();
    const clicks = clicksOn(salesforce);
    const params = "List:7|Country: United Kingdom";
    salesforce.tell("onClickToDial", json({ number: "020 7946 0958", params }));
    assert.deepEqual(clicks, [{ number: "020 7946 0958", country: "United Kingdom" }]);
  });

  it("tells nothing after being told to stop", () => {
    const salesforce = new FakeSalesforce();
    const stop = salesforce.numbers.on("dialRequested", () => assert.fail("told after the stop"));
    stop();
    salesforce.tell("onClickToDial", json({ number: "600" }));
    assert.deepEqual(clicksOn(salesforce), []);
  });
});
