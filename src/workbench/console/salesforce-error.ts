/**
 * Why Salesforce, as played, does not do as asked.
 *
 * - `notFound`: no such tab, record, list, call, chat, status, macro or method.
 * - `badUrl`: not an address that may be opened.
 * - `limit`: as many tabs as the administrator allows are open.
 * - `unsaved`: somebody would lose changes.
 * - `notAllowed`: the console's state or settings forbid it.
 * - `notHere`: this surface has no such ability.
 * - `failed`: a record could not be saved, or Apex threw.
 */
export type SalesforceErrorCode =
  "notFound" | "badUrl" | "limit" | "unsaved" | "notAllowed" | "notHere" | "failed";

/** A refusal; the message is what the softphone is told. */
export class SalesforceError extends Error {
  override readonly name = "SalesforceError";
  readonly code: SalesforceErrorCode;

  constructor(code: SalesforceErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
