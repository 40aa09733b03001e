import type { KnownNumber } from "./numbering-plans.ts";

/** What the administrator decided about dialling. */
export interface DialRules {
  /** Before every number that leaves the company. */
  readonly outside: string;
  /** Before a national number. */
  readonly longDistance: string;
  /** In place of another country's `+`. */
  readonly international: string;
  /** Two letters; empty when not known. */
  readonly homeCountry: string;
  /**
   * - `automatic`: with the prefixes where there are any, else as `e164`.
   * - `e164`: `+14155550101`, for SIP trunks. No prefix.
   * - `national`: as one dials at home, with the prefixes.
   */
  readonly sendAs: "automatic" | "e164" | "national";
  /** Numbers of as many digits are the company's own. */
  readonly internalDigits: number;
  /** More numbers nothing is ever put before. */
  readonly emergency: readonly string[];
}

/** Rules for when none are known: everything goes as it is written. */
export const noRules: DialRules = {
  ...{ outside: "", longDistance: "", international: "", homeCountry: "" },
  ...{ sendAs: "automatic", internalDigits: 6, emergency: [] },
};

/** What to dial for a number that a numbering plan knows. */
export function targetOf(number: KnownNumber, rules: DialRules): Target {
  const isHome = isAtHome(number, rules);
  if (usesE164(rules)) return { isHome, target: number.e164 };
  return { isHome, target: isHome ? homeTarget(number, rules) : abroadTarget(number, rules) };
}

interface Target {
  readonly target: string;
  readonly isHome: boolean;
}

function usesE164({
  outside,
  longDistance,
  international,
  sendAs,
  homeCountry,
}: DialRules): boolean {
  if (sendAs === "automatic") return outside + longDistance + international === "";
  // Without a country nothing is national.
  return sendAs === "e164" || (homeCountry === "" && outside + international === "");
}

/** Countries with one calling code dial each other as they dial at home. */
function isAtHome({ country, callingCode }: KnownNumber, { homeCountry }: DialRules): boolean {
  return (
    homeCountry !== "" && (country === homeCountry || callingCode === callingCodes[homeCountry])
  );
}

// Where several countries share a calling code and a way to dial.
const callingCodes: Readonly<Record<string, string>> = { US: "1", CA: "1", RU: "7", KZ: "7" };

function homeTarget({ national, significant }: KnownNumber, rules: DialRules): string {
  const { outside, longDistance } = rules;
  const digits = national.replace(/\D/g, "");
  const trunk = digits.endsWith(significant) ? digits.slice(0, -significant.length) : "";
  // A long distance prefix that ends with the country's own trunk prefix takes its place.
  const own = longDistance !== "" && longDistance.endsWith(trunk) ? significant : digits;
  return outside + longDistance + own;
}

function abroadTarget(
  { e164 }: Pick<KnownNumber, "e164">,
  { outside, international }: DialRules,
): string {
  return outside + (international === "" ? e164 : international + e164.slice(1));
}

/** What to dial for a number that is not understood: as it is written, with the prefixes that its length asks for. */
export function plainTarget(digits: string, plus: boolean, rules: DialRules): string {
  if (rules.sendAs === "e164") return plus ? `+${digits}` : digits;
  if (plus) return abroadTarget({ e164: `+${digits}` }, rules);
  return rules.outside + (isLongDistance(digits, rules) ? rules.longDistance : "") + digits;
}

/** Ten digits or more, unless the prefix or another country's are there already. */
function isLongDistance(digits: string, { longDistance }: DialRules): boolean {
  const isAbroad = /^(00|011)\d{8,}$/.test(digits);
  const hasPrefix = longDistance !== "" && digits.length === 11 && digits.startsWith(longDistance);
  return digits.length >= 10 && !isAbroad && !hasPrefix;
}
