import { pageMemory } from "../base/page-memory.ts";
import { protocolVersion, type CallSnapshot } from "./protocol.ts";

// What a page with a call leaves to the next one in its tab. After a new release the next page comes with another
// protocol, and could not talk to the line that has the call: so it learns here which release it has to be.

const key = "switchhook-calls";

/** Notes the calls of this page's line for the next page: `1 connected ringing`. */
export function noteCalls(page: Window, calls: readonly Pick<CallSnapshot, "state">[]): void {
  const phases = calls.map(({ state }) => state.phase).filter((phase) => phase !== "ended");
  pageMemory(page).setItem(key, [protocolVersion, ...phases].join(" "));
}

const noted = (page: Window) => pageMemory(page).getItem(key) ?? "";

/** The page before this one had a call that was up. */
export function wasInCall(page: Window): boolean {
  return noted(page).includes("connected");
}

/** The release in which the page before this one had a call; `undefined` where it had none. */
export function keptRelease(page: Window): number | undefined {
  const note = noted(page);
  return note.includes(" ") ? parseInt(note) : undefined;
}

/** The line that had the calls is no more. */
export function forgetRelease(page: Window): void {
  pageMemory(page).removeItem(key);
}
