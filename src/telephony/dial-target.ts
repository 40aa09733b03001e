import { PhoneError } from "./phone.ts";

/**
 * Reads what an agent typed or clicked: a number without its spaces and brackets, a user's name, or a SIP address.
 *
 * @throws `PhoneError` with code `badNumber` when nothing in it can be dialled.
 */
export function dialTarget(text: string): string {
  const trimmed = text.trim().replace(/^tel:/i, "");
  const digits = trimmed.replace(/[\s\-./()\u00a0\u2010-\u2015]/g, "");
  if (/^\+?[0-9*#]+$/.test(digits)) return digits;
  if (/^(sips?:)?[^\s@<>"]+@[^\s@<>"]+$/i.test(trimmed)) return trimmed;
  if (/^[a-z0-9][a-z0-9._~-]*$/i.test(trimmed)) return trimmed;
  throw new PhoneError("badNumber", "Nothing in the text can be dialled");
}
