import type { ApexFunction } from "../players/options.ts";
import type { RecordStore } from "../records/store.ts";

/** What the Apex classes in callcenter/ do, played. */
export function apexFunctions(
  store: Pick<RecordStore, "get" | "save">,
): Readonly<Record<string, ApexFunction>> {
  return {
    async "SwitchhookCalls.mayCall"({ recordId = "" }) {
      const record = recordId === "" ? undefined : await store.get(recordId);
      return String(record?.fields.DoNotCall !== "true");
    },
    async "SwitchhookCalls.saveCall"({ log = "{}" }) {
      const fields = Object.entries(JSON.parse(log) as Record<string, unknown>);
      const texts = fields.map(([name, value]) => [name, String(value)]);
      return (await store.save("Task", Object.fromEntries(texts) as Record<string, string>)).Id;
    },
  };
}
