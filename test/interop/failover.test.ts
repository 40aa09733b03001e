import { assert } from "chai";
import { until } from "../e2e/support/until.ts";
import { layCable, type Cable } from "./support/cable.ts";
import { hertz } from "./support/furnish.ts";
import { GapWatch } from "./support/gap-watch.ts";
import { agentHears, bothHear, telephoneHears } from "./support/hearing.ts";
import type { Kamailio } from "./support/kamailio.ts";
import { Office, type AtWork } from "./support/office.ts";
import { agentHertz } from "./support/softphone-sound.ts";

describe("when the first of two Kamailios is killed", () => {
  let office: Office;
  let agent: AtWork;

  beforeEach(async () => {
    office = await Office.open({ standby: true, colleague: true, wiretapped: true });
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
    await isAt(office.kamailio);
  });
  afterEach(function () {
    return office.close({ failed: this.currentTest?.isFailed() ?? false });
  });

  async function isAt(server: Kamailio, seconds = 15) {
    await until(
      () => server.contacts("agent"),
      (all) => all.length === 1,
      { what: "the agent to be registered there", seconds },
    );
  }

  it("the next one serves, until the first is back and no call is up", async () => {
    await office.kamailio.kill();
    await isAt(office.standby);
    await agent.phone.dial("colleague");
    await agent.phone.says(/Connected/);
    await agentHears(agent, [hertz.colleague]);
    await telephoneHears(office.colleague, [agentHertz]);
    await agent.phone.button("Hang up").click();
    await office.colleague.event("CALL_CLOSED");
    await office.kamailio.start();
    await isAt(office.kamailio, 45);
    await until(
      () => office.standby.contacts("agent"),
      (all) => all.length === 0,
      { what: "the agent to have left the other one" },
    );
  });

  it("a call that is hung up before the next one serves ends at the desk, too", async () => {
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    await office.standby.kill();
    await office.kamailio.kill();
    await agent.phone.button("Hang up").click();
    await agent.phone.says(/You hung up|connection is lost/);
    await office.standby.start();
    await office.desk.event("CALL_CLOSED", 30);
  });

  it("a call goes on, and its dialog by the next one: hold, resume and hang up reach the desk", async () => {
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    const watch = new GapWatch(() => office.desk.heard);
    await office.kamailio.kill();
    await isAt(office.standby);
    await office.agreesAgain(0, office.standby);
    await bothHear(office, agent);
    assert.isBelow(watch.take(), 1_000);
    watch.close();
    await agent.phone.button("Hold").click();
    await agentHears(agent, []);
    await agent.phone.button("Resume").click();
    await bothHear(office, agent);
    await agent.phone.button("Hang up").click();
    await agent.phone.says(/You hung up/);
    await office.desk.event("CALL_CLOSED");
  });
});

describe("when a Kamailio is killed whose address for browsers is not its own", () => {
  let office: Office;
  let agent: AtWork;
  let cable: Cable;

  beforeEach(async () => {
    cable = await layCable(() => office.kamailio.webSocketPort);
    office = await Office.open({ standby: true, server: () => `ws://127.0.0.1:${cable.port}` });
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
  });
  afterEach(async function () {
    await office.close({ failed: this.currentTest?.isFailed() ?? false });
    await cable.close();
  });

  it("a call goes on by the next one, although its route names the first: hang up reaches the desk", async () => {
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    await office.kamailio.kill();
    cable.cut();
    await office.agreesAgain(0, office.standby);
    await bothHear(office, agent);
    await agent.phone.button("Hang up").click();
    await agent.phone.says(/You hung up/);
    await office.desk.event("CALL_CLOSED");
  });
});
