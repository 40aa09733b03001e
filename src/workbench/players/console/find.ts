import { SalesforceError } from "../../console/salesforce-error.ts";
import type { ConsoleTab, PrimaryTab } from "../../console/state.ts";
import { findPrimaryNamed, tabOf } from "../../console/tab-lookup.ts";
import type { Scene } from "../scene.ts";

/** The primary tab of this name, for those who cannot go on without. */
export function primaryNamed({ tabs }: Scene, name: string): PrimaryTab {
  const tab = findPrimaryNamed(tabs.primaryTabs, name);
  if (tab === undefined) throw new SalesforceError("notFound", `No primary tab named ${name}`);
  return tab;
}

/** The subtab of this name in a primary tab. */
export function subtabNamed(primary: PrimaryTab, name: string): ConsoleTab {
  const tab = primary.subtabs.find((each) => each.name === name);
  if (tab === undefined) throw new SalesforceError("notFound", `No subtab named ${name}`);
  return tab;
}

/** Gives a tab its record's name when nobody gave it another, as the page inside does once it has loaded. */
export async function titled(
  { tabs, store }: Scene,
  id: string,
  label: string | undefined,
): Promise<void> {
  const { recordId } = tabOf(tabs.get(id));
  if (label !== undefined || recordId === undefined) return;
  const record = await store.get(recordId);
  if (tabs.find(id) !== undefined) tabs.alter(id, { label: record?.name ?? "Not found" });
}
