import { sameRecord } from "./record-url.ts";
import type { ConsoleState, ConsoleTab, PrimaryTab } from "./state.ts";

type Tabs = readonly PrimaryTab[];

/** A tab and where it is: `subtab` is absent when the primary tab itself is meant. */
export interface Place {
  readonly primary: PrimaryTab;
  readonly subtab?: ConsoleTab;
}

export function tabOf({ primary, subtab }: Place): ConsoleTab {
  return subtab ?? primary;
}

export function findTab(tabs: Tabs, id: string): Place | undefined {
  for (const primary of tabs) {
    if (primary.id === id) return { primary };
    const subtab = primary.subtabs.find((tab) => tab.id === id);
    if (subtab !== undefined) return { primary, subtab };
  }
  return undefined;
}

/** The primary tab that an opener gave this name. */
export function findPrimaryNamed(tabs: Tabs, name: string): PrimaryTab | undefined {
  return tabs.find((tab) => tab.name === name);
}

/** Where a record is open already. */
export function findRecord<Tab extends ConsoleTab>(
  tabs: readonly Tab[],
  recordId: string | undefined,
): Tab | undefined {
  return tabs.find((tab) => sameRecord(tab.recordId, recordId));
}

/** The tab the agent looks at; `undefined` when it is the navigation tab. */
export function frontTab(state: ConsoleState): Place | undefined {
  const primary = state.primaryTabs.find(({ id }) => id === state.focusedPrimaryTab);
  if (primary === undefined) return undefined;
  const subtab = primary.subtabs.find(({ id }) => id === primary.focusedSubtab);
  return subtab === undefined ? { primary } : { primary, subtab };
}

/** The same tabs, with one of them changed; a record that the address no longer names is forgotten. */
export function changeTab(tabs: Tabs, id: string, change: Partial<ConsoleTab>): Tabs {
  const changed = <Tab extends ConsoleTab>(tab: Tab): Tab => {
    if (tab.id !== id) return tab;
    const { recordId, ...kept } = tab;
    const stays = change.url === undefined && recordId !== undefined ? { recordId } : {};
    // What was taken apart is put together again, with nothing missing but what may be.
    return { ...kept, ...stays, ...change } as unknown as Tab;
  };
  return tabs.map((tab) => ({ ...changed(tab), subtabs: tab.subtabs.map(changed) }));
}

export function without<Tab extends ConsoleTab>(tabs: readonly Tab[], id: string): readonly Tab[] {
  return tabs.filter((tab) => tab.id !== id);
}

/** Which of its neighbours comes to the front when a tab goes. */
export function neighbour<Tab extends ConsoleTab>(
  tabs: readonly Tab[],
  id: string,
): Tab | undefined {
  const at = tabs.findIndex((tab) => tab.id === id);
  return tabs[at + 1] ?? tabs[at - 1];
}
