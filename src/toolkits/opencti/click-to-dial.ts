import { expectObject, expectText, malformed } from "./decode.ts";
import { decodeRecordFacts, type RecordFacts } from "./record-facts.ts";

/** A phone number that the agent clicked. */
export interface ClickedNumber {
  /** As the page shows it, with its brackets and blanks. */
  readonly number: string;
  /**
   * The record the number belongs to, when Salesforce tells. Not established: which record is named
   * for a number in a list, the row's or the page's.
   */
  readonly record: RecordFacts | undefined;
  /** Free text of a Visualforce page's `support:clickToDial`; `""` for any other number. */
  readonly params: string;
}

/** Reads what `onClickToDial` tells: any subset of its members, but a number. */
export function decodeClickedNumber(method: string, value: unknown): ClickedNumber {
  const facts = expectObject(method, value);
  const number = expectText(method, facts.number);
  if (number === "") throw malformed(method, "Salesforce named no number");
  const params = expectText(method, facts.params);
  return { number, record: decodeRecordFacts(method, facts), params };
}
