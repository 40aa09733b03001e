import type { DialCircumstances } from "../../src/numbers/dialled.ts";
import { libphonenumber } from "../../src/numbers/libphonenumber.ts";
import { noRules, type DialRules } from "../../src/numbers/targets.ts";

/** Rules of an American office behind a telephone system, with the numbering plans loaded. */
export const officeRules: Partial<DialRules> = {
  ...{ outside: "9", longDistance: "1", international: "011", homeCountry: "US" },
};

export function circumstances(rules: Partial<DialRules> = {}, country?: string): DialCircumstances {
  return { rules: { ...noRules, ...rules }, plans: libphonenumber, country };
}
