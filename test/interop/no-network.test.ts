import { until } from "../e2e/support/until.ts";
import { layCable, type Cable } from "./support/cable.ts";
import { agentHears, bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";

/** Long enough for the browser to give the connection up for lost, which it does after some 15 s. */
const outage = 30_000;

describe("half a minute without any network", () => {
  let office: Office;
  let agent: AtWork;
  let cable: Cable;

  before(async () => {
    cable = await layCable(() => office.kamailio.webSocketPort);
    // The agent's sound has one way out, coturn, and the signalling another, the cable.
    const server = () => `ws://127.0.0.1:${cable.port}`;
    office = await Office.open({ relayed: true, server });
    agent = await office.comeIn();
    await agent.phone.says(/Registered/);
  });
  let failed = false;
  afterEach(function () {
    failed ||= this.currentTest?.isFailed() ?? false;
  });
  after(async () => {
    await office.close({ failed });
    await cable.close();
  });

  it("ends neither the call nor the registration", async () => {
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    cable.cut();
    office.coturn.pause();
    await agentHears(agent, []);
    await new Promise((resolve) => setTimeout(resolve, outage));
    office.coturn.goOn();
    cable.mend();
    await until(
      () => office.kamailio.contacts("agent"),
      (all) => all.length === 1,
      { what: "the agent to be registered again", seconds: 30 },
    );
    await bothHear(office, agent, 30);
    await agent.phone.button("Hang up").click();
    await office.desk.event("CALL_CLOSED");
  });

  it("is forgotten by the next call", async () => {
    office.desk.forget();
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  });
});
