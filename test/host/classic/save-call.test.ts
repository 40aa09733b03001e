import { assert } from "chai";
import { withoutRefused } from "../../../src/host/classic/task.ts";
import { aCallLog } from "../../contracts/host-contract.ts";
import { until } from "../../softphone/fakes/until.ts";
import { FakeSalesforce } from "./fake-salesforce.ts";

describe("host/classic/save-call", () => {
  it("leaves out the fields that Salesforce names when it refuses, else all that can be left out", () => {
    const fields = { Subject: "s", Type: "Call", Quality__c: "4", WhoId: "003" };
    const named = withoutRefused(fields, "Field Quality__c is not writeable");
    assert.deepEqual(named, {
      fields: { Subject: "s", Type: "Call", WhoId: "003" },
      left: ["Quality__c"],
    });
    assert.deepEqual(withoutRefused(fields, "No")?.left, ["Type", "Quality__c"]);
    assert.isUndefined(withoutRefused({ Subject: "s" }, "No"));
  });

  it("saves with what is allowed, and tells what is missing", async () => {
    const salesforce = new FakeSalesforce({
      answers: { saveLog: { result: false, error: "Bad field: Type" } },
    });
    const error: unknown = await salesforce.host
      .saveCall({ ...aCallLog, type: "Call", fields: { A__c: "1" } })
      .catch((reason: unknown) => reason);
    assert.include(error, { code: "refused" });
    const tries = salesforce.called("saveLog");
    assert.lengthOf(tries, 3, "whole, without the named field, without what can be left out");
    assert.include(tries[0], "Type=Call");
    assert.notInclude(tries[1], "Type=Call");
    assert.include(tries[1], "A__c=1");
    assert.notInclude(tries[2], "A__c");
  });

  it("lets an Apex method save it instead", async () => {
    const salesforce = new FakeSalesforce({ answers: { runApex: { result: "00T000000000009" } } });
    const id = await salesforce.host.saveCall({ ...aCallLog, method: "NS.Calls.save" });
    assert.equal(id, "00T000000000009");
    assert.include(salesforce.called("runApex")[0], "runApex NS.Calls save log=");
    assert.isEmpty(salesforce.called("saveLog"));
  });

  it("makes a second task of what is still to be done", async () => {
    const salesforce = new FakeSalesforce({
      answers: { saveLog: { result: true, id: "00T000000000001" } },
    });
    const made: unknown[] = [];
    salesforce.host.on("followUpSaved", (news) => made.push(news));
    const followUp = { subject: "Call again", on: "2026-12-01" };
    await salesforce.host.saveCall({ ...aCallLog, followUp });
    const [, second] = salesforce.called("saveLog");
    assert.include(second, "Subject=Call again");
    assert.include(second, "ActivityDate=2026-12-01");
    assert.notInclude(second, "Id=");
    await until(() => made.length > 0);
    assert.deepEqual(made, [{ callId: "call-1", id: "00T000000000001" }]);
    const savedId = "00T000000000002";
    const change = { ...aCallLog, savedId: "00T000000000001" };
    await salesforce.host.saveCall({ ...change, followUp: { ...followUp, savedId } });
    assert.include(salesforce.called("saveLog").at(-1), `Id=${savedId}`);
  });

  it("tells when that was refused, and calls the log saved all the same", async () => {
    const salesforce = new FakeSalesforce({
      answers: { saveLog: { result: false, error: "No" }, runApex: { result: "00T000000000009" } },
    });
    const made: unknown[] = [];
    salesforce.host.on("followUpSaved", (news) => made.push(news));
    const followUp = { subject: "Call again", on: "2026-12-01" };
    const id = await salesforce.host.saveCall({ ...aCallLog, method: "Calls.save", followUp });
    assert.equal(id, "00T000000000009");
    await until(() => made.length > 0);
    assert.deepEqual(made, [{ callId: "call-1", id: undefined }]);
  });
});
