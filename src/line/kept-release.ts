import { pageMemory } from "../base/page-memory.ts";
import { protocolVersion, type CallSnapshot } from "./protocol.ts";

// What a page with a call leaves to the next one in its tab. After a new release the next page comes with another
// protocol, and could not talk to the line that has the call: so it learns here which release it has to be.

const key = "switchhook-calls";

type Noted = Pick<CallSnapshot, "state" | "mediaView">;

/** Notes the calls of this page's line for the next page, and how those are that `view` carries: `1 connected other`. */
export function noteCalls(page: Window, calls: readonly Noted[], view: string): void {
  const notes = calls
    .filter(({ state }) => state.phase !== "ended")
    .map(({ state, mediaView }) => (mediaView === view ? state.phase : "other"));
  pageMemory(page).setItem(key, [protocolVersion, ...notes].join(" "));
}

const noted = (page: Window) => pageMemory(page).getItem(key) ?? "";

/** The page before this one carried a call. */
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
