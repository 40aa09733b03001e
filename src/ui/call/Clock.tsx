import type { ReadonlySignal } from "@preact/signals";
import type { CallState } from "../../softphone/states.ts";
import { duration } from "./call-words.ts";

type ClockProps = { state: CallState; now: ReadonlySignal<number> };

/** How long the conversation lasts, or lasted. Outside the live region: nobody wants to hear the seconds. */
export function Clock({ state, now }: ClockProps) {
  const spent = conversation(state, now);
  return spent === undefined ? null : <span class="clock">{duration(spent)}</span>;
}

function conversation(state: CallState, now: ReadonlySignal<number>): number | undefined {
  if (state.phase === "connected") return now.value - state.since;
  if (state.phase === "ended" && state.connectedAt !== undefined)
    return state.at - state.connectedAt;
  return undefined;
}
