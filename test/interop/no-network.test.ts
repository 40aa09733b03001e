import { until } from "../e2e/support/until.ts";
import { layCable, type Cable, type SignalCable } from "./support/cable.ts";
import { agentHears, bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";
import { laySoundCable } from "./support/sound-cable.ts";

/** Long enough for the browser to give the connection up for lost, which it does after some 15 s. */
const outage = 30_000;

describe("half a minute without any network", () => {
  let office: Office;
  let agent: AtWork;
  let cables: readonly Cable[];
  let signalling: SignalCable;

  before(async () => {
    signalling = await layCable(() => office.kamailio.webSocketPort, { silent: true });
    // The agent's sound has one way out, coturn.
    const sound = await laySoundCable(() => office.coturn.port);
    cables = [signalling, sound];
    office = await Office.open({
      relayed: true,
      server: () => `ws://127.0.0.1:${signalling.port}`,
      relayPort: () => sound.port,
    });
    agent = await office.comeIn();
    await agent.phone.says(/Registered/);
  });
  let failed = false;
  afterEach(function () {
    failed ||= this.currentTest?.isFailed() ?? false;
  });
  after(async () => {
    await office.close({ failed });
    for (const cable of cables) await cable.close();
  });

  it("ends neither the call nor the registration", async () => {
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    const { agreements } = office.kamailio;
    const { attempts } = signalling;
    for (const cable of cables) cable.cut();
    const wholeAgain = new Promise((resolve) => setTimeout(resolve, outage));
    // Nobody says that the connection is gone: it only looks open.
    const noticed = until(
      () => signalling.attempts,
      (now) => now > attempts,
      { what: "the phone to connect anew", seconds: 10 },
    );
    const silence = agent.phone.region.getByText(/Nothing arrives from the other side/);
    await silence.waitFor({ timeout: 10_000 });
    await agentHears(agent, []);
    await noticed;
    await wholeAgain;
    for (const cable of cables) cable.mend();
    await office.agreesAgain(agreements);
    await until(
      () => office.kamailio.contacts("agent"),
      (all) => all.length === 1,
      { what: "the agent to be registered, once" },
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
