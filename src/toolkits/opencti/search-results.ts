import { expectObject, expectText, isTrue, malformed } from "./decode.ts";
import { shortId } from "./record-id.ts";

/** A record that a search found. */
export interface FoundRecord {
  /** 15 characters as a rule; compare with `isSameRecord`. */
  readonly id: string;
  /** API name of the kind of record: `Contact`. `""` when Salesforce does not tell. */
  readonly object: string;
  /** What the org calls that kind of record. From API version 33.0 on; else `""`. */
  readonly displayName: string;
  /** `Name`, or a case's `CaseNumber`, or else the first field that has a value; `""` when there is none. */
  readonly name: string;
  /** Fields by API name. All that the softphone layout lists for one match, but one for several. */
  readonly fields: Readonly<Record<string, string>>;
  /** From API version 31.0 on. */
  readonly personAccount: boolean;
  /** The contact of a person account, else `""`. */
  readonly contactId: string;
}

/** What a search found, and what would be popped for it. */
export interface SearchResults {
  /** Only those kinds of records that the softphone layout lists. In Salesforce's order. */
  readonly records: readonly FoundRecord[];
  /** Path relative to the org, for `screenPop`. Absent when nothing is to pop, and after `searchAndScreenPop`. */
  readonly screenPopUrl: string | undefined;
}

/** Reads what both searches answer: records by Id, and perhaps one more key, `screenPopUrl`. */
export function decodeSearchResults(method: string, value: unknown): SearchResults {
  const { screenPopUrl, ...records } = expectObject(method, value);
  return {
    records: Object.entries(records).map((entry) => decodeRecord(method, entry)),
    screenPopUrl: expectText(method, screenPopUrl) || undefined,
  };
}

function decodeRecord(method: string, [id, value]: [string, unknown]): FoundRecord {
  if (shortId(id) === undefined) throw malformed(method, "Salesforce's key for a record is no Id");
  const facts = expectObject(method, value);
  const { object, displayName, personAccount, contactId, ...rest } = facts;
  const fields = decodeFields(method, rest);
  return {
    id,
    object: expectText(method, object),
    displayName: expectText(method, displayName),
    name: fields.Name ?? fields.CaseNumber ?? Object.values(fields).find(Boolean) ?? "",
    fields,
    personAccount: isTrue(personAccount),
    contactId: expectText(method, contactId),
  };
}

/** A related record comes as an object; it is no text, and left out. */
function decodeFields(method: string, facts: object): Record<string, string> {
  const texts = Object.entries(facts).filter(([, value]) => typeof value !== "object");
  return Object.fromEntries(texts.map(([name, value]) => [name, expectText(method, value)]));
}
