import { layouts } from "../records/layouts.ts";
import { looksLikeId, objectOfId, prefixes } from "../records/record-id.ts";
import type { ObjectName } from "../records/store.ts";

/** Which page an address of the org names. */
export type Address =
  | { readonly page: "home" | "login" | "setup" }
  | { readonly page: "list"; readonly object: ObjectName; readonly view?: string }
  | { readonly page: "record"; readonly id: string; readonly editing: boolean }
  | { readonly page: "new"; readonly object: ObjectName; readonly fields: Fields }
  | { readonly page: "search"; readonly text: string }
  | { readonly page: "apex"; readonly name: string; readonly query: string }
  | { readonly page: "elsewhere"; readonly url: string };

type Fields = Readonly<Record<string, string>>;

/** Stands for the org: its addresses are relative. */
const org = "https://org.invalid";

/** Reads an address as Classic writes it: `/003…`, `/003/e?Phone=…`, `/search?str=…`. */
export function parseAddress(url: string): Address {
  const { origin, pathname, search, searchParams } = new URL(url, org);
  if (origin !== org) return { page: "elsewhere", url };
  const [first = "", second] = pathname.split("/").filter(Boolean);
  const object = objectNamed(first);
  if (object !== undefined) return ofObject(object, second, searchParams);
  if (looksLikeId(first) && objectOfId(first) !== undefined) {
    return { page: "record", id: first, editing: second === "e" };
  }
  if (first === "apex" && second !== undefined) {
    return { page: "apex", name: second, query: search };
  }
  return named(first, url, searchParams);
}

function ofObject(object: ObjectName, second: string | undefined, query: URLSearchParams): Address {
  if (second === "e") return { page: "new", object, fields: fieldsIn(query) };
  const view = query.get("view") ?? query.get("fcf");
  return { page: "list", object, ...(view ? { view } : {}) };
}

/** Classic's own names of fields in the address of a form. */
const classicNames: Readonly<Record<string, string>> = {
  acc10: "Phone",
  con10: "Phone",
  lea8: "Phone",
  cas11: "Origin",
  cas14: "Subject",
};

function fieldsIn(query: URLSearchParams): Fields {
  return Object.fromEntries(
    [...query].map(([name, value]) => [classicNames[name] ?? name, value] as const),
  );
}

function named(first: string, url: string, query: URLSearchParams): Address {
  switch (first) {
    case "":
    case "home":
      return { page: "home" };
    case "setup":
      return { page: "setup" };
    case "login":
    case "secur":
      return { page: "login" };
    case "search":
      return { page: "search", text: query.get("str") ?? "" };
    default:
      return { page: "elsewhere", url };
  }
}

function objectNamed(part: string): ObjectName | undefined {
  const lower = part.toLowerCase();
  return layouts.find(
    ({ object, plural }) =>
      prefixes[object] === part || [object.toLowerCase(), plural.toLowerCase()].includes(lower),
  )?.object;
}

/** The address of an object's list views. */
export function listAddress(object: ObjectName, view?: string): string {
  const prefix = Object.entries(prefixes).find(([name]) => name === object)?.[1] ?? object;
  return view === undefined ? `/${prefix}` : `/${prefix}?view=${view}`;
}
