import { shortId, type FoundRecord, type RecordFacts } from "../../toolkits/opencti/index.ts";
import type { CrmRecord } from "../host.ts";

/** What the page or a click tells of a record, in our words. */
export function recordOf(facts: RecordFacts | undefined): CrmRecord | undefined {
  if (!facts || shortId(facts.objectId) === undefined) return undefined;
  return { id: facts.objectId, object: facts.object, name: facts.objectName };
}

/** A person account is one person, though it is found as an account: the log belongs to its contact. */
export function foundRecordOf({ id, object, name, contactId }: FoundRecord): CrmRecord {
  return contactId ? { id: contactId, object: "Contact", name } : { id, object, name };
}
