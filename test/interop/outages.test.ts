import { assert } from "chai";
import { until } from "../e2e/support/until.ts";
import { layCable, type Cable } from "./support/cable.ts";
import { GapWatch } from "./support/gap-watch.ts";
import { bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";

describe("outages during a call through Kamailio", () => {
  let office: Office;
  let agent: AtWork;
  let cable: Cable;

  beforeEach(async () => {
    cable = await layCable(() => office.kamailio.webSocketPort);
    office = await Office.open({ server: () => `ws://127.0.0.1:${cable.port}` });
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  });
  afterEach(async function () {
    await office.close({ failed: this.currentTest?.isFailed() ?? false });
    await cable.close();
  });

  async function registeredAgain() {
    await until(
      () => office.kamailio.contacts("agent"),
      (all) => all.length === 1,
      { what: "the agent to be registered again", seconds: 30 },
    );
  }

  /** The status tells of the call first: what became of the line is seen once the call is over. */
  async function backToWork() {
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  }

  it("of Kamailio (killed) leave the sound alone; the agent hangs up once it is back", async () => {
    const watch = new GapWatch(() => office.desk.heard);
    await office.kamailio.kill();
    await bothHear(office, agent);
    await office.kamailio.start();
    await registeredAgain();
    await bothHear(office, agent);
    assert.isBelow(watch.take(), 1_000);
    watch.close();
    await agent.phone.button("Hang up").click();
    await agent.phone.says(/You hung up/);
    await office.desk.event("CALL_CLOSED");
  });

  it("of Kamailio (killed) leave the sound alone; the desk hangs up once it is back", async () => {
    const { agreements } = office.kamailio;
    await office.kamailio.kill();
    await office.kamailio.start();
    // Kamailio has forgotten the way to the agent until the agent offers anew.
    await office.agreesAgain(agreements);
    office.desk.hangUp();
    await agent.phone.says(/The other side hung up/);
  });

  it("of the WebSocket leave the call up; both can end it, and call again", async () => {
    cable.cut();
    await until(
      () => office.kamailio.contacts("agent"),
      (all) => all.length === 0,
      { what: "Kamailio to miss the agent" },
    );
    await bothHear(office, agent);
    cable.mend();
    await registeredAgain();
    await bothHear(office, agent);
    office.desk.hangUp();
    await agent.phone.says(/The other side hung up/);
    office.desk.forget();
    await backToWork();
  });

  it("of the WebSocket hide the desk's hang-up only until it is back", async () => {
    cable.cut();
    await until(
      () => office.kamailio.contacts("agent"),
      (all) => all.length === 0,
      { what: "Kamailio to miss the agent" },
    );
    office.desk.hangUp();
    await office.desk.event("CALL_CLOSED");
    cable.mend();
    await agent.phone.says(/connection was lost|hung up/i, 30);
    office.desk.forget();
    await backToWork();
  });

  it("of the WebSocket do not keep the agent from hanging up: the desk hears of it later", async () => {
    cable.cut();
    await agent.phone.button("Hang up").click();
    await agent.phone.says(/You hung up|connection is lost/);
    cable.mend();
    await office.desk.event("CALL_CLOSED", 30);
  });

  it("of the WebSocket do not keep a page load from bringing the sound back", async () => {
    cable.cut();
    await agent.page.reload();
    cable.mend();
    await registeredAgain();
    await bothHear(office, agent, 30);
    // By key: what a page load brings to the softphone and takes away again moves the button under a mouse.
    await agent.phone.button("Hang up").press("Enter");
    await agent.phone.says(/You hung up/);
    await office.desk.event("CALL_CLOSED");
  });
});
