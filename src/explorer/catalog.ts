import { openCtiEntries } from "./catalog/opencti.ts";
import { tabEntries } from "./catalog/tabs.ts";
import { windowEntries } from "./catalog/console.ts";
import { workEntries } from "./catalog/work.ts";
import type { Entries, Entry } from "./entry.ts";
import { manual, type KitName, type ManualMethod } from "./manual.ts";

/** A method as the explorer shows it: what the manual says, and how to call it. */
export interface CatalogMethod extends ManualMethod {
  /** Unlike any other's: `opencti/screenPop`. */
  readonly id: string;
  readonly kit: KitName;
  readonly entry: Entry;
}

/** How to call every method, by toolkit and by the vendor's name. */
export const entries: Readonly<Record<KitName, Entries>> = {
  opencti: openCtiEntries,
  console: { ...tabEntries, ...windowEntries, ...workEntries },
};

/** Every method of both toolkits, in the manual's order: 24 and 133. */
export const catalog: readonly CatalogMethod[] = (["opencti", "console"] as const).flatMap((kit) =>
  manual[kit].methods.flatMap((method) => {
    const entry = entries[kit][method.path];
    return entry === undefined ? [] : [{ ...method, id: `${kit}/${method.path}`, kit, entry }];
  }),
);
