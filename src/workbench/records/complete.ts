import { layoutOf } from "./layouts.ts";
import type { KeptRecord } from "./population.ts";
import type { WorkbenchRecord } from "./store.ts";

type Find = (id: string) => KeptRecord | undefined;

/** What Salesforce would call a record. */
export function nameOf({ object, fields }: KeptRecord): string {
  if (object === "Case") return fields.CaseNumber ?? "";
  if (object === "Task") return fields.Subject ?? "";
  return fields.Name ?? [fields.FirstName, fields.LastName].filter(Boolean).join(" ");
}

/** Adds what a page shows but a record does not hold: names and telephone numbers beyond its references. */
export function complete(record: KeptRecord, find: Find): WorkbenchRecord {
  const name = nameOf(record);
  const fields = {
    ...record.fields,
    ...(["Case", "Task"].includes(record.object) ? {} : { Name: name }),
    ...beyondReferences(record, find),
  };
  return { Id: record.fields.Id ?? "", object: record.object, name, fields };
}

function beyondReferences(record: KeptRecord, find: Find): Record<string, string> {
  const derived: Record<string, string> = {};
  for (const { api, kind } of layoutOf(record.object)?.fields ?? []) {
    const other = kind === "reference" ? find(record.fields[api] ?? "") : undefined;
    if (!other) continue;
    const relation = api.replace(/Id$/, "");
    derived[`${relation}.Name`] = nameOf(other);
    if (other.fields.Phone) derived[`${relation}.Phone`] = other.fields.Phone;
  }
  return derived;
}
