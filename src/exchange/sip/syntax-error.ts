/**
 * Why a text is no SIP message.
 *
 * - `unfinished`: the empty line after the header fields is missing.
 * - `startLine`: neither a request line nor a status line.
 * - `header`: a line without a name, or a field that every message needs is missing or unreadable.
 * - `length`: the body is shorter than `Content-Length` says.
 * - `tooLong`: longer than any message of a telephone.
 */
export type SipSyntaxErrorCode = "unfinished" | "startLine" | "header" | "length" | "tooLong";

/** What the parser throws, and nothing else. Branch on {@link SipSyntaxError.code}. */
export class SipSyntaxError extends Error {
  override readonly name = "SipSyntaxError";
  readonly code: SipSyntaxErrorCode;

  constructor(code: SipSyntaxErrorCode, reason: string) {
    super(reason);
    this.code = code;
  }
}
