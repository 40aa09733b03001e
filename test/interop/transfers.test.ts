import { assert } from "chai";
import { hertz, type OfficeOptions } from "./support/furnish.ts";
import { agentHears, bothHear, telephoneHears } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";
import { Gateway } from "./support/sipp.ts";
import { agentHertz } from "./support/softphone-sound.ts";

describe("three telephones at Kamailio", () => {
  let office: Office;
  let agent: AtWork;
  let gateway: Gateway | undefined;

  async function open(options: OfficeOptions = {}) {
    office = await Office.open({ colleague: true, ...options });
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
  }
  afterEach(async function () {
    await gateway?.close();
    await office.close({ failed: this.currentTest?.isFailed() ?? false });
  });

  async function talkToDesk(options?: OfficeOptions) {
    await open(options);
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  }

  async function transferTo(user: string, button: "Transfer now" | "Ask first") {
    await agent.phone.button("Transfer").click();
    await agent.phone.root.getByRole("textbox", { name: "Transfer to" }).fill(user);
    await agent.phone.button(button).click();
  }

  async function othersHearEachOther() {
    await Promise.all([
      telephoneHears(office.desk, [hertz.colleague]),
      telephoneHears(office.colleague, [hertz.desk]),
    ]);
  }

  async function askColleague(options?: OfficeOptions) {
    await talkToDesk(options);
    await transferTo("colleague", "Ask first");
    await office.colleague.event("CALL_ESTABLISHED");
    await Promise.all([
      agentHears(agent, [hertz.colleague]),
      telephoneHears(office.colleague, [agentHertz]),
    ]);
  }

  const cardOf = (name: string) => agent.phone.root.getByRole("article", { name });

  it("become two when the agent sends the desk to the colleague", async () => {
    await talkToDesk();
    await transferTo("colleague", "Transfer now");
    await agent.phone.says(/Transferred to colleague/);
    await othersHearEachOther();
  });

  it("leave the agent in the call when nobody is where the desk is sent", async () => {
    await talkToDesk();
    await transferTo("nobody", "Transfer now");
    await agent.phone.says(/Transfer to nobody: .*You are still in the call/);
    await bothHear(office, agent);
  });

  it("become two when the agent has asked the colleague, and connects", async () => {
    await askColleague();
    await agent.phone.button("Connect with desk").click();
    await agent.phone.says(/Transferred to/);
    await othersHearEachOther();
  });

  it("are two again when the agent returns from the colleague to the desk", async () => {
    await askColleague({ wiretapped: true });
    await agent.phone.button("Back to desk").click();
    await office.colleague.event("CALL_CLOSED");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  });

  it("hear each other in a conference, and go on without one who leaves", async () => {
    await askColleague({ wiretapped: true });
    await cardOf("colleague").getByRole("button", { name: "Merge" }).click();
    await agent.phone.says(/In a conference/);
    await Promise.all([
      agentHears(agent, [hertz.desk, hertz.colleague]),
      telephoneHears(office.desk, [agentHertz, hertz.colleague]),
      telephoneHears(office.colleague, [agentHertz, hertz.desk]),
    ]);
    office.colleague.hangUp();
    await bothHear(office, agent);
  });

  it("become two when the agent leaves a conference to them", async () => {
    await askColleague();
    await cardOf("colleague").getByRole("button", { name: "Merge" }).click();
    await agent.phone.says(/In a conference/);
    await cardOf("colleague").getByRole("button", { name: "Connect with desk" }).click();
    await agent.phone.says(/Transferred to/);
    await othersHearEachOther();
  });

  it("stay two when the desk wants the agent to call the third: that is the agent's to decide", async () => {
    await talkToDesk();
    office.desk.transfer("colleague");
    assert.match((await office.desk.event("TRANSFER_FAILED")).param, /603/);
    // The desk's telephone has had enough of the agent then.
    await agent.phone.says(/The other side hung up/);
    assert.isFalse(office.colleague.events.some(({ type }) => type === "CALL_INCOMING"));
  });

  it("are named to one who knows Replaces by the call that is to be taken over", async () => {
    await open();
    gateway = Gateway.play("transferred", office);
    await agent.phone.dial("9001");
    await agent.phone.says(/Connected/);
    await transferTo("desk", "Ask first");
    await office.desk.event("CALL_ESTABLISHED");
    await agent.phone.button("Connect with 9001").click();
    await gateway.succeeded();
    const { dialogs } = office.kamailio;
    // The gateway may agree to be held only after the desk has answered.
    const [id, ours, theirs] = dialogs.find(([other]) => other !== dialogs[0]?.[0]) ?? [];
    assert.include(
      decodeURIComponent(gateway.log),
      `Replaces=${id};to-tag=${theirs};from-tag=${ours}`,
    );
    await agent.phone.says(/Transferred to/);
    await office.desk.event("CALL_CLOSED");
  });
});
