import { silence, tone } from "../media/sound.ts";
import type { Voice } from "../media/audio.ts";

/** What a robot does with a call. All that is left out is done at once, and in silence. */
export type RobotScript = {
  /** The SIP status with which it refuses. */
  readonly refuseWith?: number;
  /** Milliseconds until it answers; `Infinity` for never. */
  readonly ringFor?: number;
  /** It is heard while it rings: `plain`, or only by those who acknowledge it (100rel, PRACK). */
  readonly early?: "plain" | "reliable";
  /** Says back what it hears, or a tone of so many hertz. */
  readonly voice?: "echo" | number;
  /** Milliseconds after the answer at which it hangs up. */
  readonly hangUpAfter?: number;
  /** Share of its packets that the network loses on the way to the telephone, from 0 to 1. */
  readonly lose?: number;
  /** The SIP status with which it refuses every new offer within a call: it will not go on with another page. */
  readonly refuseOffersWith?: number;
};

const scripts = {
  echo: { voice: "echo" },
  tone: { voice: 440 },
  busy: { refuseWith: 486 },
  noAnswer: { ringFor: Infinity },
  declines: { refuseWith: 603 },
  announces: { early: "plain", ringFor: 3_000, voice: 659 },
  announcesReliably: { early: "reliable", ringFor: 1_000, voice: 659 },
  hangsUp: { voice: 440, hangUpAfter: 3_000 },
} as const satisfies Record<string, RobotScript>;

/** A name for the usual scripts, or a script of one's own. */
export type Behaviour = keyof typeof scripts | RobotScript;

export function scriptOf(behaviour: Behaviour): RobotScript {
  return typeof behaviour === "string" ? scripts[behaviour] : behaviour;
}

export function voiceOf(script: RobotScript): Voice {
  if (script.voice === "echo") return "echo";
  return script.voice === undefined ? silence() : tone(script.voice);
}

/** The robots that every exchange has, by their number. */
export const houseRobots: ReadonlyMap<string, Behaviour> = new Map<string, Behaviour>([
  ["600", "echo"],
  ["601", "tone"],
  ["602", "busy"],
  ["603", "noAnswer"],
  ["604", "declines"],
  ["605", "hangsUp"],
  ["606", "announces"],
  ["607", "announcesReliably"],
]);
