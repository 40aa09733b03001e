/**
 * What to search Salesforce for, to find a number however it was written there: joined with OR, as its search
 * takes it. `+14155550101` brings `+14155550101 OR 14155550101 OR 4155550101 OR (415) 555-0101`.
 */
export function searchTerms(number: string): string {
  const user = number.replace(/^sips?:/i, "").replace(/@.*$/, "");
  const digits = user.replace(/\D/g, "");
  // A name, or a short number: there is only one way to write it.
  if (digits.length < 7) return user;
  const national = digits.length > 10 ? digits.slice(-10) : digits;
  const terms = [user.startsWith("+") ? `+${digits}` : digits, digits, national];
  if (isNorthAmerican(digits)) {
    terms.push(`(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`);
  }
  return [...new Set(terms)].join(" OR ");
}

function isNorthAmerican(digits: string): boolean {
  return digits.length === 10 || (digits.length === 11 && digits.startsWith("1"));
}
