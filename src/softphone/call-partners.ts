import type { CallSnapshot } from "../line/protocol.ts";

const isConnected = ({ state }: CallSnapshot) => state.phase === "connected";

/** Whether somebody calls whom the agent may answer. */
export function ringsHere({ direction, state }: CallSnapshot): boolean {
  return direction === "incoming" && state.phase === "ringing";
}

/** Whether we keep a call's other side from being heard. */
export function isHeldByUs({ state }: CallSnapshot): boolean {
  return state.phase === "connected" && (state.heldBy === "us" || state.heldBy === "both");
}

/** The agent's other calls that are up, with which one can be connected; the one it was made for comes first. */
export function partnersOf(
  call: CallSnapshot,
  calls: readonly CallSnapshot[],
): readonly CallSnapshot[] {
  if (!isConnected(call)) return [];
  const others = calls.filter((other) => other.id !== call.id && isConnected(other));
  const isFirst = ({ id }: CallSnapshot) => Number(id === call.consultsFor);
  return others.sort((one, other) => isFirst(other) - isFirst(one));
}
