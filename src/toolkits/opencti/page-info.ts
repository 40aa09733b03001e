import { expectObject, expectText } from "./decode.ts";
import { decodeRecordFacts, type RecordFacts } from "./record-facts.ts";

/** The page on the agent's screen; in a console, the one in the tab in front. */
export interface PageInfo {
  /** Absolute. `""` when Salesforce does not tell. */
  readonly url: string;
  /** Absent when the page shows no record. */
  readonly record: RecordFacts | undefined;
}

/** Reads what `getPageInfo` and `onFocus` tell of a page. */
export function decodePageInfo(method: string, value: unknown): PageInfo {
  const facts = expectObject(method, value);
  return { url: expectText(method, facts.url), record: decodeRecordFacts(method, facts) };
}
