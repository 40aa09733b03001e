import { pageMemory } from "../base/page-memory.ts";

const closed = "switchhook-window-closed";

/** For the next page: the phone's own window was closed, with the line in it. */
export function noteClosed(): void {
  pageMemory(window).setItem(closed, "yes");
}

/** Whether the page before this one saw the phone's window go; said once. */
export function takeClosedNote(): boolean {
  const memory = pageMemory(window);
  const noted = memory.getItem(closed) !== null;
  memory.removeItem(closed);
  return noted;
}
