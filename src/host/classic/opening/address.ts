import type { CrmPage } from "../../call-layout.ts";

/** First characters of an Id, by which Classic's addresses name an object. Custom objects have their own. */
const prefixes: Readonly<Record<string, string>> = {
  Account: "001",
  Contact: "003",
  Opportunity: "006",
  Lead: "00Q",
  Case: "500",
};

/**
 * Fields of Classic's form for a new record that take the caller's number, or a text with it. Not documented: whatever
 * a form does not know, it leaves out.
 */
const filledIn: Readonly<Record<string, (number: string) => Readonly<Record<string, string>>>> = {
  Account: (number) => ({ acc10: number }),
  Contact: (number) => ({ con10: number }),
  Lead: (number) => ({ lea8: number }),
  Case: (number) => ({ cas14: number, cas11: "Phone" }),
};

/** Where a page is in the org: where Salesforce itself said, else where Classic has it. */
export function addressOf(page: CrmPage): string {
  const address = isOfTheOrg(page.address) ? page.address : usualAddress(page);
  return withQuery(address, numberFor(page));
}

function usualAddress(page: CrmPage): string {
  switch (page.shows) {
    case "record":
      return `/${page.record.id}`;
    case "search":
      return withQuery("/search/SearchResults", { searchType: "2", str: page.text });
    case "new":
      return `/${prefixes[page.object] ?? page.object}/e`;
    case "page":
      return `/apex/${encodeURIComponent(page.name)}`;
    case "flow":
      return `/flow/${encodeURIComponent(page.name)}`;
  }
}

/** How a page is told whose number it is about. */
function numberFor(page: CrmPage): Readonly<Record<string, string>> {
  if (page.shows === "record" || page.shows === "search") return {};
  return page.shows === "new" ? (filledIn[page.object]?.(page.number) ?? {}) : { ani: page.number };
}

/** What begins with two slashes is another host. */
function isOfTheOrg(address: string | undefined): address is string {
  return address !== undefined && /^\/(?![/\\])/.test(address);
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  if (text === "") return address;
  return `${address}${address.includes("?") ? "&" : "?"}${text}`;
}

/**
 * Whether a page is for editing, as far as its address tells: Classic's own forms end in `/e`. Fields that are edited
 * in place, and Visualforce pages with forms, have addresses like any other.
 */
export function isForm(url: string): boolean {
  return URL.canParse(url) && /\/e\/?$/.test(new URL(url).pathname);
}
