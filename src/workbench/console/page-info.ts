import type { RecordStore, WorkbenchRecord } from "../records/store.ts";
import { recordIdIn, shortId } from "./record-url.ts";

type Facts = Readonly<Record<string, string | boolean>>;

/** What Salesforce tells of the record on a page, or of one behind a number; empty texts when there is none. */
export function recordFacts(record: WorkbenchRecord | undefined): Facts {
  if (record === undefined) return { objectId: "", objectName: "", object: "", displayName: "" };
  const { Id, name: objectName, object } = record;
  return {
    objectId: shortId(Id),
    objectName,
    object,
    displayName: object,
    ...personAccount(record),
  };
}

/** A person account is one person with two Ids; each side names the other. */
export function personAccount({ object, fields }: WorkbenchRecord): Facts {
  if (fields.IsPersonAccount !== "true") return {};
  const contact = fields.PersonContactId;
  const account = fields.AccountId;
  return {
    ...(object === "Account" && contact ? { contactId: shortId(contact) } : {}),
    ...(object === "Contact" && account ? { accountId: shortId(account) } : {}),
    personAccount: true,
  };
}

/** The JSON text that says what a page shows. */
export async function pageInfo(
  store: RecordStore,
  page: { readonly url: string; readonly recordId?: string | undefined },
): Promise<string> {
  const id = page.recordId ?? recordIdIn(page.url);
  const record = id === undefined ? undefined : await store.get(id);
  const url = new URL(page.url, location.href).href;
  return JSON.stringify({ url, ...recordFacts(record) });
}
