import { assert } from "chai";
import { withoutRefused } from "../../../src/host/classic/task.ts";
import { aCallLog } from "../../contracts/host-contract.ts";
import { FakeSalesforce } from "./fake-salesforce.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };

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

  it("makes a task of its own of what is still to be done, and changes that one later", async () => {
    const salesforce = new FakeSalesforce({
      answers: { saveLog: { result: true, id: "00T000000000001" } },
    });
    const followUp = { subject: "Call again", on: "2026-12-01", record: ann };
    assert.equal(await salesforce.host.saveFollowUp(followUp), "00T000000000001");
    const [first] = salesforce.called("saveLog");
    for (const part of ["Subject=Call again", "ActivityDate=2026-12-01", `WhoId=${ann.id}`])
      assert.include(first, part);
    assert.notMatch(first ?? "", /\bId=/);
    await salesforce.host.saveFollowUp({ ...followUp, savedId: "00T000000000002" });
    assert.match(salesforce.called("saveLog").at(-1) ?? "", /\bId=00T000000000002/);
  });
});
