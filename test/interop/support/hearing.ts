import { until } from "../../e2e/support/until.ts";
import type { AtWork, Office } from "./office.ts";
import type { Heard } from "./recording.ts";
import { agentHertz, playedToAgent } from "./softphone-sound.ts";

const deskHertz = 440;

/** Waits until agent and desk hear each other's tone. */
export async function bothHear(office: Office, agent: AtWork, seconds = 15): Promise<void> {
  await until(() => playedToAgent(agent.page), isTone(deskHertz), {
    what: "the agent to hear the desk's tone",
    seconds,
  });
  await until(() => office.desk.heard.end(0.5), isTone(agentHertz), {
    what: "the desk to hear the agent's tone",
    seconds,
  });
}

const isTone = (hertz: number) => (heard: Heard) =>
  heard.loudness > 0.02 && Math.abs(heard.hertz - hertz) < 20;
