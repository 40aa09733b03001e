import {
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from "libphonenumber-js/min";
import type { KnownNumber, NumberingPlans } from "./numbering-plans.ts";

/** The plans as Google's libphonenumber knows them. The only file that brings in its data. */
export const libphonenumber: NumberingPlans = {
  read(digits, country) {
    const from = country !== undefined && isSupportedCountry(country) ? country : undefined;
    if (!digits.startsWith("+") && from === undefined) return undefined;
    // Extensions are read elsewhere: what is left are digits.
    const number = parsePhoneNumberFromString(digits, {
      extract: false,
      ...(from && { defaultCountry: from }),
    });
    return number && known(number);
  },
  countryOf(text) {
    const code = text.trim().toUpperCase();
    if (isSupportedCountry(code)) return code;
    countries ??= countryNames();
    return countries.get(fold(text));
  },
};

let countries: ReadonlyMap<string, string> | undefined;

/** Names in English and in the agent's language, and what people write for the largest. */
function countryNames(): ReadonlyMap<string, string> {
  const names = new Map([
    ["usa", "US"],
    ["uk", "GB"],
    ["england", "GB"],
    ["scotland", "GB"],
    ["wales", "GB"],
  ]);
  for (const language of new Set(["en", navigator.language])) {
    const inLanguage = new Intl.DisplayNames([language], { type: "region" });
    for (const code of getCountries()) names.set(fold(inLanguage.of(code) ?? code), code);
  }
  return names;
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();
}

function known(number: PhoneNumber): KnownNumber {
  return {
    ...(number.country && { country: number.country }),
    callingCode: number.countryCallingCode,
    e164: number.number,
    significant: number.nationalNumber,
    national: number.formatNational(),
    international: number.formatInternational(),
    isPossible: number.isPossible(),
    isValid: number.isValid(),
  };
}
