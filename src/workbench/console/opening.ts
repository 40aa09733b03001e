import { omit } from "./omit.ts";
import { recordIdIn } from "./record-url.ts";
import type { ConsoleTab, PrimaryTab } from "./state.ts";

/** What the console says of a tab when something happens to it. */
export interface TabFact {
  readonly id: string;
  readonly recordId: string | undefined;
}

/** How a tab is to be opened. */
export interface Opening {
  readonly url: string;
  readonly activate: boolean;
  readonly label?: string | undefined;
  readonly name?: string | undefined;
  /** A tab to show the address in, instead of a new one. */
  readonly id?: string | undefined;
}

/** A tab as it is when it has just been opened. */
export function newTab(id: string, { url, label, name }: Opening): ConsoleTab {
  const recordId = recordIdIn(url);
  return {
    id,
    url,
    label: label ?? (recordId === undefined ? "External Page" : "Loading…"),
    ...(name === undefined ? {} : { name }),
    ...(recordId === undefined ? {} : { recordId }),
    pinned: false,
    dirty: false,
    closable: true,
    revision: 0,
  };
}

/** How to open a closed tab again. */
export function openingOf({ url, label, name }: ConsoleTab): Opening {
  return { url, label, name, activate: true };
}

export function factOf({ id, recordId }: ConsoleTab): TabFact {
  return { id, recordId };
}

/** A primary tab with this subtab in front, or its own page. */
export function withFocused(tab: PrimaryTab, focusedSubtab: string | undefined): PrimaryTab {
  const rest = omit(tab, "focusedSubtab");
  return focusedSubtab === undefined ? rest : { ...rest, focusedSubtab };
}
