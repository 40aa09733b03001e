import { tonesPlayedToAgent } from "../../e2e/support/tones.ts";
import { until } from "../../e2e/support/until.ts";
import type { Baresip } from "./baresip.ts";
import { hertz } from "./furnish.ts";
import type { AtWork, Office } from "./office.ts";
import { agentHertz } from "./softphone-sound.ts";

/** All tones that there are. */
const tones = [hertz.desk, hertz.colleague, agentHertz];
/** Loudness above which a tone is heard, and below which it is not. */
const [heard, unheard] = [0.02, 0.005];
/** Seconds of sound that are listened to. */
const span = 0.5;

/** Waits until agent and desk hear each other's tone, and no other. */
export async function bothHear({ desk }: Office, agent: AtWork, seconds?: number): Promise<void> {
  await Promise.all([
    agentHears(agent, [hertz.desk], seconds),
    telephoneHears(desk, [agentHertz], seconds),
  ]);
}

/** Waits until the agent hears just these tones; none is silence. */
export async function agentHears(
  { page }: AtWork,
  those: readonly number[],
  seconds = 15,
): Promise<void> {
  const wanted = [...those].sort();
  await until(
    () => tonesPlayedToAgent(page, tones),
    (now) => JSON.stringify([...now].sort()) === JSON.stringify(wanted),
    { what: `the agent to hear ${wanted.join(", ") || "nothing"}`, seconds },
  );
}

/** Waits until a telephone hears just these tones, in sound that came after this was asked. */
export async function telephoneHears(
  telephone: Baresip,
  those: readonly number[],
  seconds = 15,
): Promise<void> {
  const before = telephone.heard;
  const already = before.seconds;
  await until(
    () => {
      const now = telephone.heard;
      const fresh = now.seconds - (now.path === before.path ? already : 0);
      return { fresh, ...now.end(span, tones) };
    },
    ({ fresh, at }) =>
      fresh > span &&
      tones.every((tone, n) => {
        const loudness = at[n] ?? 0;
        return those.includes(tone) ? loudness > heard : loudness < unheard;
      }),
    { what: `${telephone.user} to hear ${those.join(", ")} Hz alone`, seconds },
  );
}

/** Waits until a telephone hears silence, or gets no sound at all. */
export async function telephoneHearsNothing(telephone: Baresip): Promise<void> {
  let size = -1;
  let grew = performance.now();
  await until(
    () => {
      const now = telephone.heard;
      if (now.size !== size) grew = performance.now();
      size = now.size;
      return { stoodStill: performance.now() - grew, ...now.end(span, []) };
    },
    ({ stoodStill, loudness }) => stoodStill > 1_000 || loudness < unheard,
    { what: `${telephone.user} to hear nothing` },
  );
}
