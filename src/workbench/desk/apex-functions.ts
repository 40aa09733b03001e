import type { ApexFunction } from "../players/options.ts";
import type { RecordStore } from "../records/store.ts";

/** What the Apex classes in callcenter/ do, played. */
export function apexFunctions(
  store: Pick<RecordStore, "get">,
): Readonly<Record<string, ApexFunction>> {
  return {
    async "SwitchhookCalls.mayCall"({ recordId = "" }) {
      const record = recordId === "" ? undefined : await store.get(recordId);
      return String(record?.fields.DoNotCall !== "true");
    },
  };
}
