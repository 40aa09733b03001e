/**
 * Why a toolkit call failed.
 *
 * - `unavailable`: the vendor script is missing, was not told its host, or threw while being called.
 * - `refused`: Salesforce answered, and the answer was no.
 * - `timeout`: Salesforce never answered. What was asked may have been done.
 * - `malformed`: Salesforce answered with something its documentation does not describe.
 */
export type ToolkitErrorCode = "unavailable" | "refused" | "timeout" | "malformed";

/** The only error a toolkit wrapper rejects with. Branch on {@link ToolkitError.code}. */
export class ToolkitError extends Error {
  override readonly name = "ToolkitError";
  readonly code: ToolkitErrorCode;
  /** The vendor's own method name, so it can be searched for in the vendor's docs. */
  readonly method: string;
  /** Salesforce's own text, when it gave one; else ours. Show it as it is, never branch on it. */
  readonly reason: string;

  constructor(
    code: ToolkitErrorCode,
    details: { method: string; reason: string; cause?: unknown },
  ) {
    super(`${details.method}: ${details.reason}`, { cause: details.cause });
    this.code = code;
    this.method = details.method;
    this.reason = details.reason;
  }
}
