import { isInternal } from "./internal.ts";
import type { NumberingPlans } from "./numbering-plans.ts";

/** What a number is looked for by. */
export interface VariantOptions {
  readonly plans?: NumberingPlans | undefined;
  /** Two letters; empty when not known. */
  readonly homeCountry?: string;
}

/**
 * The ways in which a caller's number may be written in the CRM, the likeliest first: E.164, its digits, the national
 * number and its usual forms. For `+14155550101` these are `+14155550101`, `14155550101`, `4155550101` and
 * `(415) 555-0101`. A name or a short number is looked for as it is.
 */
export function searchVariants(number: string, options: VariantOptions = {}): readonly string[] {
  const user = number.replace(/^sips?:/i, "").replace(/@.*$/, "");
  if (isInternal(user)) return [user];
  const digits = user.replace(/\D/g, "");
  const plus = user.startsWith("+") ? "+" : "";
  return [...new Set([plus + digits, digits, ...knownForms(plus + digits, options)])];
}

function knownForms(
  number: string,
  { plans, homeCountry = "" }: VariantOptions,
): readonly string[] {
  // What comes without a plus is of this country, or was sent with the calling code and without the plus.
  const read = plans?.read(number, homeCountry);
  const known = read?.isPossible ? read : plans?.read(`+${number.replace("+", "")}`);
  if (!known?.isPossible) return plainForms(number.replace(/\D/g, ""));
  const { e164, significant, national, international } = known;
  const dialled = national.replace(/\D/g, "");
  return [e164, e164.slice(1), significant, dialled, national, international];
}

/** Where no numbering plan is at hand: the last ten digits, and as North Americans write them. */
function plainForms(digits: string): readonly string[] {
  const last = digits.slice(-10);
  const isNorthAmerican = digits.length === 10 || (digits.length === 11 && digits.startsWith("1"));
  const written = `(${last.slice(0, 3)}) ${last.slice(3, 6)}-${last.slice(6)}`;
  return isNorthAmerican ? [last, written] : [last];
}
