import { itBeginsEarly } from "../e2e/support/begins-early.ts";
import { until } from "../e2e/support/until.ts";
import { layCable, type Cable, type SignalCable } from "./support/cable.ts";
import { agentHears, bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";
import { laySoundCable } from "./support/sound-cable.ts";

/** Long enough for the browser to give the connection up for lost, which it does after some 15 s. */
const outage = 30_000;

describe("half a minute without any network", () => {
  itBeginsEarly(
    "ends neither the call nor the registration, and is forgotten by the next call",
    async () => {
      let opened: Office | undefined;
      const signalling = await layCable(() => opened?.kamailio.webSocketPort ?? 0, {
        silent: true,
      });
      // The agent's sound has one way out, coturn.
      const sound = await laySoundCable(() => opened?.coturn.port ?? 0);
      const options = {
        relayed: true,
        server: () => `ws://127.0.0.1:${signalling.port}`,
        relayPort: () => sound.port,
      };
      try {
        await Office.during(options, async (office) => {
          opened = office;
          const agent = await office.comeIn();
          await agent.phone.says(/Registered/);
          await loseTheNetwork({ office, agent, signalling, cables: [signalling, sound] });
          office.desk.forget();
          await agent.phone.dial("desk");
          await agent.phone.says(/Connected/);
          await bothHear(office, agent);
        });
      } finally {
        for (const cable of [signalling, sound]) await cable.close();
      }
    },
  );
});

interface Wired {
  readonly office: Office;
  readonly agent: AtWork;
  readonly signalling: SignalCable;
  readonly cables: readonly Cable[];
}

/** In the middle of a call, which goes on. */
async function loseTheNetwork({ office, agent, signalling, cables }: Wired): Promise<void> {
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
  await silence.waitFor({ timeout: 20_000 });
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
}
