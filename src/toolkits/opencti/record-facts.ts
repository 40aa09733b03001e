import { expectText, isTrue, type Facts } from "./decode.ts";

/** What Salesforce tells about a record beside its fields. Whatever it does not tell is `""`. */
export interface RecordFacts {
  /** 15 characters as a rule; compare with `isSameRecord`. */
  readonly objectId: string;
  /** The record's name, or its number: `Acme`, `00001044`. */
  readonly objectName: string;
  /** API name of the kind of record: `Account`. */
  readonly object: string;
  /** What the org calls that kind of record. From API version 33.0 on. */
  readonly displayName: string;
  /** From API version 31.0 on; of a clicked number from 33.0 on. */
  readonly personAccount: boolean;
  /** On the account side of a person account: its contact. */
  readonly contactId: string;
  /** On the contact side of a person account: its account. */
  readonly accountId: string;
}

/** The record a payload names, or `undefined` when it names none: its `objectId` is then empty or absent. */
export function decodeRecordFacts(method: string, payload: Facts): RecordFacts | undefined {
  // Vendor samples have a blank inside a key ("object Id").
  const facts = Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key.replace(/\s/g, ""), value]),
  );
  const text = (key: string) => expectText(method, facts[key]);
  const record = {
    objectId: text("objectId"),
    objectName: text("objectName"),
    object: text("object"),
    displayName: text("displayName"),
    personAccount: isTrue(facts.personAccount),
    contactId: text("contactId"),
    accountId: text("accountId"),
  };
  return record.objectId === "" ? undefined : record;
}
