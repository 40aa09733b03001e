/** Fields or arguments by name. What is `undefined` or `null` is left out: the script would send those words. */
export type Params = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Writes `name=value` pairs joined with `&`, as `saveLog` and `runApex` want them.
 *
 * Only what would break a pair apart is percent-encoded. The script encodes the text as a whole besides, and
 * Salesforce's own samples hold raw blanks and brackets: so ordinary text arrives whole, whether or not
 * the other side decodes each value.
 */
export function encodeParams(params: Params): string {
  return Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== null)
    .map((pair) => pair.map((part) => escapeSeparators(String(part))).join("="))
    .join("&");
}

/**
 * Text that the vendor's script can encode: half of a surrogate pair, as cutting a text may leave it, makes it throw.
 * It becomes the replacement character, so that a note is saved rather than lost.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

function escapeSeparators(text: string): string {
  return wellFormed(text).replace(/[%&=+]/g, encodeURIComponent);
}
