import { assert } from "chai";
import type { CallBegan } from "../../../src/host/page-events.ts";
import { until } from "../../softphone/fakes/until.ts";
import { FakeSalesforce } from "./fake-salesforce.ts";

const call: CallBegan = {
  ...{ id: "call-1", direction: "incoming", number: "+14155550101", name: "Ann & Lee" },
  attached: { "X-Case": "1" },
};
const record = { id: "003000000000001", object: "Contact", name: "Ann" };

describe("host/classic/call-board", () => {
  it("tells the console of a call in the words of its own toolkit, from its beginning to its end", async () => {
    const salesforce = new FakeSalesforce();
    const { host } = salesforce;
    host.tellPages({ event: "callBegan", call });
    await until(() => salesforce.called("setCallAttachedData").length === 1);
    host.tellPages({ event: "callChanged", call: { ...call, record } });
    await until(() => salesforce.called("setCallAttachedData").length === 2);
    host.tellPages({
      event: "callEnded",
      call: { id: "call-1", seconds: 12, disposition: "Busy" },
    });
    await until(() => salesforce.called("fireOnCallEnd").length === 1);
    host.tellPages({
      event: "callEnded",
      call: { id: "call-1", seconds: 12, disposition: "Busy" },
    });
    assert.deepEqual(salesforce.called("fireOnCallBegin"), [
      "fireOnCallBegin call-1 inbound Ann & Lee +14155550101",
    ]);
    assert.deepEqual(salesforce.called("setCallObjectIds"), ["setCallObjectIds call-1"]);
    const [, data = ""] = /(\{.*\})/.exec(salesforce.called("setCallAttachedData")[1] ?? "") ?? [];
    assert.deepEqual(JSON.parse(data), {
      ...{ "X-Case": "1", ANI: "+14155550101", name: "Ann & Lee", record },
    });
    assert.include(salesforce.called("fireOnCallEnd")[0], "call-1 12 Busy");
  });

  it("is not there in standard tabs", () => {
    const salesforce = new FakeSalesforce({ inConsole: false });
    salesforce.host.tellPages({ event: "callBegan", call });
    assert.isEmpty(salesforce.called("fireOnCallBegin"));
  });
});
