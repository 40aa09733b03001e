/**
 * Why a toolkit call failed.
 *
 * - `unavailable`: the vendor script is missing, was not told its host, or threw while being called.
 * - `refused`: Salesforce answered, and the answer was no.
 * - `timeout`: Salesforce never answered. What was asked may have been done.
 * - `malformed`: Salesforce answered with something its documentation does not describe.
 */
export type ToolkitErrorCode = "unavailable" | "refused" | "timeout" | "malformed";

/**
 * What connecting to Salesforce lacked.
 *
 * - `origin`: nobody, or nobody trusted, says that this page is embedded.
 * - `nonce`: the page's address has none, so that Salesforce would not listen.
 * - `script`: a script of the vendor's did not load, or did not set itself up.
 * - `answer`: all is in place, but Salesforce does not answer.
 */
export type MissingPart = "origin" | "nonce" | "script" | "answer";

/** The only error a toolkit wrapper rejects with. Branch on {@link ToolkitError.code}. */
export class ToolkitError extends Error {
  /** Tells it from other errors where `instanceof` cannot: across frames. */
  override readonly name = "ToolkitError";
  /** What went wrong; branch on this. */
  readonly code: ToolkitErrorCode;
  /** The vendor's own method name, so it can be searched for in the vendor's docs. */
  readonly method: string;
  /** Salesforce's own text, when it gave one; else ours. Show it as it is, never branch on it. */
  readonly reason: string;
  /** What `connect` found missing; of other calls, nothing. */
  readonly missing: MissingPart | undefined;

  constructor(
    code: ToolkitErrorCode,
    details: { method: string; reason: string; missing?: MissingPart; cause?: unknown },
  ) {
    super(`${details.method}: ${details.reason}`, { cause: details.cause });
    this.code = code;
    this.method = details.method;
    this.reason = details.reason;
    this.missing = details.missing;
  }
}
