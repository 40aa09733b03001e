import { pageMemory } from "../base/page-memory.ts";
import { protocolVersion, type CallSnapshot } from "./protocol.ts";

// What a page with a call leaves to the next one in its tab. After a new release the next page comes with another
// protocol, and could not talk to the line that has the call: so it learns here which release it has to be.

const [release, inCall] = ["switchhook-release", "switchhook-in-call"];

/** Notes the calls of this page's line for the next page. */
export function noteCalls(page: Window, calls: readonly Pick<CallSnapshot, "state">[]): void {
  const memory = pageMemory(page);
  const note = (key: string, value: string | false) =>
    value === false ? memory.removeItem(key) : memory.setItem(key, value);
  note(release, calls.some(({ state }) => state.phase !== "ended") && String(protocolVersion));
  note(inCall, calls.some(({ state }) => state.phase === "connected") && "yes");
}

/** The page before this one had a call that was up. */
export function wasInCall(page: Window): boolean {
  return pageMemory(page).getItem(inCall) !== null;
}

/** The release in which the page before this one had a call; `undefined` where it had none. */
export function keptRelease(page: Window): string | undefined {
  return pageMemory(page).getItem(release) ?? undefined;
}

/** The line that had the call is no more: the next page need not be of its release. */
export function forgetRelease(page: Window): void {
  pageMemory(page).removeItem(release);
}
