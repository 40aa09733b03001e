import { assert } from "chai";
import { bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";

describe("calls between the softphone and a telephone behind Kamailio", () => {
  let office: Office;
  let agent: AtWork;
  let failed = false;

  before(async () => {
    office = await Office.open({ answerMode: "manual" });
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
  });
  beforeEach(() => office.desk.forget());
  afterEach(function () {
    failed ||= this.currentTest?.isFailed() ?? false;
  });
  after(() => office.close({ failed }));

  it("reach the desk, which answers; both hear each other; the agent hangs up", async () => {
    await agent.phone.dial("desk");
    await office.desk.event("CALL_INCOMING");
    await agent.phone.says(/Ringing/);
    office.desk.answer();
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    await agent.phone.button("Hang up").click();
    await agent.phone.says(/You hung up/);
    await office.desk.event("CALL_CLOSED");
  });

  it("come from the desk, ring and are answered; both hear each other; the desk hangs up", async () => {
    office.desk.dial("agent");
    await agent.phone.says(/Incoming call. Ringing: desk/);
    await office.desk.event("CALL_RINGING");
    await agent.phone.button("Answer").click();
    await office.desk.event("CALL_ESTABLISHED");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    office.desk.hangUp();
    await agent.phone.says(/The other side hung up/);
  });

  it("are refused by a desk that is busy", async () => {
    await agent.phone.dial("desk");
    await office.desk.event("CALL_INCOMING");
    office.desk.hangUp();
    await agent.phone.says(/Busy/);
  });

  it("are declined by the agent, and the desk is told so", async () => {
    office.desk.dial("agent");
    await agent.phone.button("Decline").click();
    const { param } = await office.desk.event("CALL_CLOSED");
    assert.match(param, /603/);
    await agent.phone.says(/You declined/);
  });

  it("are given up by the agent while the desk rings", async () => {
    await agent.phone.dial("desk");
    await office.desk.event("CALL_INCOMING");
    await agent.phone.button("Hang up").click();
    await agent.phone.says(/Cancelled/);
    await office.desk.event("CALL_CLOSED");
  });

  it("are given up by the desk while the agent's phone rings", async () => {
    office.desk.dial("agent");
    await agent.phone.button("Answer").waitFor();
    office.desk.hangUp();
    await agent.phone.says(/Missed call/);
  });

  it("go to nobody where there is no such number", async () => {
    await agent.phone.dial("nobody");
    await agent.phone.says(/not in use/);
  });
});
