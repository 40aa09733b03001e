import type { Settings } from "../callcenter/schema.ts";

type DialingOptions = Settings["reqDialingOptions"];

/**
 * What to send to the network for a number as a person writes it: `(415) 555-0101 x12` becomes `4155550101`.
 *
 * A SIP address stays as it is. The administrator's prefixes go before numbers that leave the company: seven
 * digits or more. Returns an empty text when nothing in it can be dialled.
 */
export function dialString(written: string, options: DialingOptions): string {
  const text = written.trim();
  if (/^(sips?:)?[^\s@]+@[^\s@]+$/i.test(text)) return text;
  if (/^[a-z][\w.-]*$/i.test(text) && !/\d{5}/.test(text)) return text; // another user by name: agent2
  const number = withoutExtension(text).replace(/(?!^\+)[^\d*#]/g, "");
  return /[\d*#]/.test(number) ? withPrefixes(number, options) : "";
}

/** Extensions cannot be dialled with the number; glued to it they would make another number. */
function withoutExtension(text: string): string {
  return text.replace(/(\d[\d\s().-]*?)\s*(x|ext\.?|extension)\s*\d+\s*$/i, "$1");
}

function withPrefixes(number: string, options: DialingOptions): string {
  const { reqOutsidePrefix: outside, reqLongDistPrefix, reqInternationalPrefix } = options;
  if (number.startsWith("+")) {
    const international = reqInternationalPrefix
      ? reqInternationalPrefix + number.slice(1)
      : number;
    return outside + international;
  }
  if (/[*#]/.test(number) || isInternal(number)) return number;
  return outside + (number.length >= 10 ? reqLongDistPrefix : "") + number;
}

/** Whether a number belongs to a colleague: a short number, or a name. */
export function isInternal(number: string): boolean {
  const user = number.replace(/^sips?:/i, "").replace(/@.*$/, "");
  const digits = user.replace(/\D/g, "");
  return digits.length < 7 && !user.startsWith("+");
}
