import { parseParameters } from "./parameters.ts";

/** The value of `From`, `To`, `Contact`, `Route` or `Refer-To`. */
export type SipAddress = {
  readonly name: string;
  readonly uri: string;
  readonly parameters: ReadonlyMap<string, string>;
};

const bracketed = /^(?:"((?:[^"\\]|\\.)*)"\s*|([^<"]*))<([^>]+)>(.*)$/s;

/** Reads a name and address; without angle brackets the parameters are the field's, not the address's. */
export function parseAddress(value: string): SipAddress {
  const found = bracketed.exec(value.trim());
  if (found) {
    const [, quoted, plain = "", uri = "", rest = ""] = found;
    const name = quoted?.replace(/\\(.)/g, "$1") ?? plain.trim();
    return { name, uri: uri.trim(), parameters: parseParameters(rest) };
  }
  const semicolon = value.indexOf(";");
  const end = semicolon < 0 ? value.length : semicolon;
  return {
    name: "",
    uri: value.slice(0, end).trim(),
    parameters: parseParameters(value.slice(end)),
  };
}

/** Writes a name so that it can stand before an address. */
export function quoteName(name: string): string {
  return `"${name.replace(/[\r\n]+/g, " ").replace(/["\\]/g, "\\$&")}"`;
}

/** The tag that tells one end of a dialog from the other. */
export function tagOf(value: string | undefined): string | undefined {
  return value === undefined ? undefined : parseAddress(value).parameters.get("tag");
}

/** The transaction's mark in the topmost `Via`. */
export function branchOf(via: string | undefined): string {
  return parseParameters((via ?? "").replace(/^[^;]*/, "")).get("branch") ?? "";
}
