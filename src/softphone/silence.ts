import type { ReadonlySignal } from "@preact/signals";
import type { CallSnapshot } from "../line/protocol.ts";

/** Milliseconds after which sound that is on its way back is not promised any more. */
const patience = 10_000;

/** Whether nobody hears a call, and waiting is not likely to help. */
export function isSilent({ sound }: CallSnapshot, now: ReadonlySignal<number>): boolean {
  if (sound?.phase === "refused") return true;
  // The clock is only looked at where it matters: whoever looks is drawn anew each second.
  return sound?.phase === "resuming" && now.value - sound.since > patience;
}
