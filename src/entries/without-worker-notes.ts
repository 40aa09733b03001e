const closed = "switchhook-window-closed";

/** For the next page: the phone's own window was closed, with the line in it. */
export function noteClosed(): void {
  sessionStorage.setItem(closed, "yes");
}

/** Whether the page before this one saw the phone's window go; said once. */
export function takeClosedNote(): boolean {
  const noted = sessionStorage.getItem(closed) !== null;
  sessionStorage.removeItem(closed);
  return noted;
}
