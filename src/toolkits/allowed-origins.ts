/**
 * Whether an origin is on a list of origins that are trusted.
 *
 * - `https://acme.my.salesforce.com`, `http://crm.localhost:8080`: exactly this origin. The port counts; a standard one may be left out.
 * - `https://*.my.salesforce.com`: every origin with one or more labels in place of `*`, but not `https://my.salesforce.com`.
 *   Only https, only as the first labels, and only before at least two others: `https://*.com` allows nothing.
 *
 * Anybody can have an org below Salesforce's own domains: list your org's My Domain rather than a wildcard.
 *
 * @param origin - As the browser writes origins: lower case, nothing after host and port.
 * @example
 * ```ts
 * isAllowedOrigin("https://acme.my.salesforce.com", ["https://*.my.salesforce.com"]); // true
 * ```
 */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((pattern) => matches(origin, pattern));
}

/** The origin that an address names, as browsers write it; `undefined` for what is no http or https address. */
export function originOf(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).origin;
}

function matches(origin: string, pattern: string): boolean {
  const rest = /^https:\/\/\*((?:\.[a-z\d-]+){2,}(?::\d+)?)$/i.exec(pattern)?.[1];
  if (rest === undefined) return originOf(pattern) === origin;
  const labels = origin.slice("https://".length, -rest.length);
  return (
    origin === `https://${labels}${rest.toLowerCase()}` && /^[a-z\d-]+(\.[a-z\d-]+)*$/.test(labels)
  );
}
