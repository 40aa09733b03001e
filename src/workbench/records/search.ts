import { fieldOf } from "./layouts.ts";
import type { WorkbenchRecord } from "./store.ts";

/** Fewer digits than these are taken for a word, not for a telephone number. */
const fewestDigits = 7;

/** Makes the test that global search applies to each record: any of the alternatives between ` OR `. */
export function matcher(text: string): (record: WorkbenchRecord) => boolean {
  const alternatives = text
    .split(/\s+or\s+/i)
    .map((part) => part.trim())
    .filter((part) => part.length >= 2)
    .map(matchOne);
  return (record) => alternatives.some((matches) => matches(record));
}

function matchOne(text: string): (record: WorkbenchRecord) => boolean {
  const digits = /[A-Za-z]{3}/.test(text) ? "" : text.replace(/\D/g, "");
  const words = fold(text).split(/\s+/);
  return (record) =>
    (digits.length >= fewestDigits && hasNumber(record, digits)) || hasWords(record, words);
}

/** Salesforce compares digits, and knows no countries: `+1 415 555 0101` does not find `(415) 555-0101`. */
function hasNumber({ object, fields }: WorkbenchRecord, digits: string): boolean {
  return Object.entries(fields).some(
    ([api, value]) => fieldOf(object, api).kind === "phone" && digitsOf(value).endsWith(digits),
  );
}

/** Without an extension. */
function digitsOf(written: string): string {
  return written.replace(/(x|ext\.?|#)\s*\d+.*$/i, "").replace(/\D/g, "");
}

/** Every word has to begin a word of the record. */
function hasWords({ object, name, fields }: WorkbenchRecord, words: readonly string[]): boolean {
  const texts = Object.entries(fields)
    .filter(([api]) => ["text", "email"].includes(fieldOf(object, api).kind))
    .map(([, value]) => value);
  const all = ` ${fold([name, ...texts].join(" "))}`;
  return words.every((word) => all.includes(` ${word}`));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
