/** What one value of a message can be. Flat messages carry text only; lists exist in typed ones. */
export type WireValue = string | boolean | readonly string[];

/** The named values of one message, in the order in which they are written. */
export type Payload = Readonly<Record<string, WireValue>>;

/** A message that is not in the format it claims to be in. */
export class WireError extends Error {
  override readonly name = "WireError";
  /**
   * - `encoding`: a `%` that begins no escape.
   * - `shape`: a pair without `=`, a value without its type, JSON that is none.
   */
  readonly code: "encoding" | "shape";

  constructor(code: WireError["code"], message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Undoes percent-encoding. */
export function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new WireError("encoding", `Not percent-encoded: ${text.slice(0, 80)}`, { cause });
  }
}
