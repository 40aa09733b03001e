/**
 * Why the org refused: Salesforce's own status codes.
 *
 * - `REQUIRED_FIELD_MISSING`: a field without which there is no such record.
 * - `INVALID_FIELD`: the object has no field of that name.
 * - `INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST`: not one of the values to choose from.
 * - `INVALID_TYPE`: no such object, or one that cannot be saved.
 * - `MALFORMED_ID`: not an Id, or one of the wrong object.
 * - `FIELD_INTEGRITY_EXCEPTION`: the fields contradict each other.
 * - `INVALID_CROSS_REFERENCE_KEY`: the Id names no record.
 * - `NUMBER_OUTSIDE_VALID_RANGE`: not a whole number, or not a sensible one.
 * - `STRING_TOO_LONG`: more than the field holds.
 * - `NOT_FOUND`: no such page of the store.
 */
export type RecordErrorCode =
  | "REQUIRED_FIELD_MISSING"
  | "INVALID_FIELD"
  | "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"
  | "INVALID_TYPE"
  | "MALFORMED_ID"
  | "FIELD_INTEGRITY_EXCEPTION"
  | "INVALID_CROSS_REFERENCE_KEY"
  | "NUMBER_OUTSIDE_VALID_RANGE"
  | "STRING_TOO_LONG"
  | "NOT_FOUND";

/** The only error a record store rejects with of its own; its message is what an agent would read. */
export class RecordError extends Error {
  override readonly name = "RecordError";
  readonly code: RecordErrorCode;

  constructor(code: RecordErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
