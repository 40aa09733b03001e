import { pageMemory } from "../base/page-memory.ts";

const [closed, lost] = ["switchhook-window-closed", "switchhook-release-lost"];
const shared = "switchhook-window-shared";

/** For the next page: the phone's own window was closed, with the line in it. */
export function noteClosed(): void {
  pageMemory(window).setItem(closed, "yes");
}

/** Whether the page before this one saw the phone's window go; said once. */
export const takeClosedNote = (): boolean => take(closed);

/** For the panel of this page: a call runs in a release that the server has no more. */
export function noteLostRelease(): void {
  pageMemory(window).setItem(lost, "yes");
}

/** Whether a call runs that no view can be had for; said once. */
export const takeLostRelease = (): boolean => take(lost);

/** For the next page: the phone's own window belongs to another tab, by which the line is reached. */
export const sharedHint = {
  note: (): void => pageMemory(window).setItem(shared, "yes"),
  take: (): boolean => take(shared),
};

function take(note: string): boolean {
  const memory = pageMemory(window);
  const noted = memory.getItem(note) !== null;
  memory.removeItem(note);
  return noted;
}
