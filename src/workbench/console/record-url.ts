/** The record that an address of the org names, as it is written there. Key prefixes hold a digit: `003`, `00Q`. */
export function recordIdIn(url: string): string | undefined {
  return /^\/(?=\w{0,2}\d)([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)(?=$|[/?#])/.exec(url)?.[1];
}

/** Classic's pages and scripts use Ids of 15 characters. */
export function shortId(id: string): string {
  return id.slice(0, 15);
}

export function sameRecord(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && shortId(one) === shortId(other);
}

/** Whether a tab may open an address: one of the org, or of a host that the administrator allowed. */
export function mayOpen(url: string, allowedHosts: readonly string[]): boolean {
  if (/^\/(?![/\\])/.test(url)) return true;
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return /^https?:$/.test(protocol) && allowedHosts.includes(host);
}
