import { assert } from "chai";
import type { WorkStatus } from "../../../src/host/work-desk.ts";
import { FakeSalesforce } from "./fake-salesforce.ts";

const busy = { statusId: "0N5000000000002", statusName: "Busy", statusApiName: "Busy" };

async function deskOf(answers = {}) {
  const salesforce = new FakeSalesforce({ answers });
  const desk = (await salesforce.host.workDesk()) ?? assert.fail("no desk in a console");
  return { salesforce, desk };
}

describe("host/classic/omni-channel", () => {
  it("is in a console only", async () => {
    assert.isUndefined(await new FakeSalesforce({ inConsole: false }).host.workDesk());
  });

  it("tells the agent's status, and that there is none while they are signed out", async () => {
    const { desk } = await deskOf({ getServicePresenceStatusId: { success: true, ...busy } });
    assert.deepEqual(await desk.status(), { id: busy.statusId, name: "Busy" });
    const out = await deskOf({ getServicePresenceStatusId: { success: true } });
    assert.isUndefined(await out.desk.status());
  });

  it("tells of other statuses, and of work", async () => {
    const { salesforce, desk } = await deskOf();
    const told: (WorkStatus | string)[] = [];
    desk.on("statusChanged", ({ status }) => told.push(status));
    desk.on("workChanged", () => told.push("work"));
    desk.on("signedOut", () => told.push("out"));
    salesforce.tell("SFORCE_PRESENCE:STATUS_CHANGED", { ...busy, channels: "[]" });
    salesforce.tell("SFORCE_PRESENCE:WORK_ACCEPTED", { workId: "0Bz1", workItemId: "570" });
    salesforce.tell("SFORCE_PRESENCE:LOGOUT", {});
    assert.deepEqual(told, [{ id: busy.statusId, name: "Busy" }, "work", "out"]);
  });

  it("knows whether accepted work is left", async () => {
    const works = (isEngaged: boolean) => JSON.stringify([{ workId: "0Bz1", isEngaged }]);
    const engaged = await deskOf({ getAgentWorks: { success: true, works: works(true) } });
    assert.isTrue(await engaged.desk.isAtWork());
    const offered = await deskOf({ getAgentWorks: { success: true, works: works(false) } });
    assert.isFalse(await offered.desk.isAtWork());
  });
});
