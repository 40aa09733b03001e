/** What a person, a page or a file wrote for a number, taken apart. */
export type WrittenNumber =
  /** `sip:anna@example.com` */
  | { readonly kind: "address"; readonly address: string }
  /** Another user of the telephone system: `agent2`. */
  | { readonly kind: "name"; readonly name: string }
  | DigitsWritten
  /** More than one number, such as `415 555 0101 / 415 555 0102`. */
  | { readonly kind: "several"; readonly texts: readonly string[] }
  | { readonly kind: "nothing" };

export interface DigitsWritten {
  readonly kind: "number";
  /** Whether a country's calling code comes first. */
  readonly plus: boolean;
  /** `0-9 * #`; letters have become the digits of their keys. */
  readonly digits: string;
  /** What is to be keyed in after the answer, with its pauses: `,136`. */
  readonly afterAnswer: string;
  /** Words that are no part of the number: `ask for Kim`. */
  readonly leftOut: string;
}

/** Nobody's number is as long; a text that is was pasted by mistake. */
const longest = 200;

/** Fewer digits than these do not make a whole number. */
const whole = 7;

/** Reads a number in whatever way it is written. Never throws. */
export function readNumber(written: string): WrittenNumber {
  const text = plainText(written);
  if (text.length > longest) return { kind: "nothing" };
  if (/^(sips?:)?[^\s@<>"]+@[^\s@<>"]+$/i.test(text)) return { kind: "address", address: text };
  const bare = text.replace(/^(tel|callto|phone|sips?):(\/\/)?/i, "");
  if (isName(bare)) return { kind: "name", name: bare };
  const texts = severalIn(bare);
  if (texts) return { kind: "several", texts };
  const { base, afterAnswer } = splitAfterAnswer(bare);
  return readDigits(base, afterAnswer);
}

const zeros = ["\u0660", "\u06f0", "\u0966"];

/** Digits of other scripts become ours; what cannot be seen goes. */
function plainText(written: string): string {
  const folded = written.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return folded.replace(/\p{Nd}/gu, asciiDigit).trim();
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = zeros
    .map((each) => each.charCodeAt(0))
    .find((each) => code - each >= 0 && code - each < 10);
  return zero === undefined ? digit : String(code - zero);
}

/** `agent2`, but not `x136`, which is an extension. */
function isName(text: string): boolean {
  return (
    /^[a-z][\w.-]*$/i.test(text) && !/\d{5}/.test(text) && !/^(x|extn?|ext)\.?\d+$/i.test(text)
  );
}

function severalIn(text: string): readonly string[] | undefined {
  const texts = text.split(/\s*(?:[/;|\n]|,\s|\s(?:or|oder|ou|o)\s)\s*/i).filter(Boolean);
  const areAll = texts.length > 1 && texts.every((each) => countDigits(each) >= whole);
  return areAll && texts.length <= 5 ? texts : undefined;
}

interface Split {
  readonly base: string;
  readonly afterAnswer: string;
}

const extension =
  /^(.*?)[\s,;(]*(?:;ext=|(?<![a-z])(?:extension|extn?|x)[.:\s]*|#\s*)(\d{1,10})\s*\)?$/is;
const pauses = /^(.*?\d[\s)]*?)\s*([,;pw][\s,;pw]*[\d*#][\d*#\s,;pw-]*)$/is;

/** Parts the number from what is keyed in once somebody has answered. */
function splitAfterAnswer(text: string): Split {
  const paused = split(pauses, text);
  if (paused) return { base: paused[0], afterAnswer: tonesOf(paused[1]) };
  const bare = { base: text.replace(/;[a-z-]+=[^;]*/gi, ""), afterAnswer: "" };
  const [base, digits] = split(extension, text) ?? ["", ""];
  if (digits === "" || isCode(text, base)) return bare;
  // `x204` alone is a number of its own.
  if (countDigits(base) === 0) return { base: digits, afterAnswer: "" };
  return { base, afterAnswer: `,${tonesOf(digits)}` };
}

function tonesOf(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, "").replaceAll(";", ",");
}

function split(pattern: RegExp, text: string): readonly [string, string] | undefined {
  const [, base, rest] = pattern.exec(text) ?? [];
  return base === undefined || rest === undefined ? undefined : [base, rest];
}

/** A hash sign begins an extension only after a whole number. */
function isCode(text: string, base: string): boolean {
  return /#\s*\d+\s*\)?$/.test(text) && (/[*#]/.test(base) || countDigits(base) < whole);
}

function readDigits(base: string, afterAnswer: string): WrittenNumber {
  const dialled = isVanity(base) ? base.replace(/[a-z]/gi, keyOf) : base;
  const left: string[] = [];
  const without = dialled
    .replace(/\([^)]*[\p{L}][^)]*\)/gu, (words) => keepAside(left, words))
    .replace(/[^\d+*#\s().\-/\u2010-\u2015]+/gu, (words) => keepAside(left, words));
  const digits = without.replace(/[^\d*#]/g, "");
  if (digits === "") return { kind: "nothing" };
  const leftOut = left.map((words) => words.replace(/^\(|\)$/g, "")).join(" ");
  return { kind: "number", plus: /^[^\d*#]*\+/.test(without), digits, afterAnswer, leftOut };
}

function keepAside(left: string[], words: string): string {
  if (/[\p{L}\d]/u.test(words)) left.push(words);
  return " ";
}

/** Letters stand for digits where without them there would be no whole number: `1-800-FLOWERS`. */
function isVanity(text: string): boolean {
  if (!/^\+?[\d\s().-]*\d[\s().-]*[a-z][a-z\d\s.-]*$/i.test(text)) return false;
  const isWord = /-[a-z]/i.test(text) || text === text.toUpperCase();
  const own = countDigits(text.replace(/^\+?1(?=\D)/, ""));
  const all = text.replace(/[^a-z\d]/gi, "").length;
  return isWord && own < whole && all >= whole && all <= 15;
}

const keys = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

function keyOf(letter: string): string {
  return String(keys.findIndex((group) => group.includes(letter.toLowerCase())) + 2);
}

function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}
