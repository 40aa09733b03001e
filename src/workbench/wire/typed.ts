import { type Payload, unescapeText, WireError, type WireValue } from "./payload.ts";

/** Reads the console toolkit's format: each value has a letter for its type. */
export function decodeTyped(text: string): Map<string, WireValue> {
  return new Map(text.split("&").map(decodePair));
}

function decodePair(pair: string): [string, WireValue] {
  const [, key, type, value] = /^([^=]*)=([abs]):([^:]*)/.exec(pair) ?? [];
  if (key === undefined || type === undefined || value === undefined) {
    throw new WireError("shape", `Not a typed value: ${pair.slice(0, 80)}`);
  }
  return [unescapeText(key), decodeValue(type, value)];
}

function decodeValue(type: string, value: string): WireValue {
  if (type === "b") return value === "true";
  // An empty list cannot be told from a list with one empty text; nobody sends the latter.
  if (type === "a") return value === "" ? [] : value.split(";").map(unescapeText);
  return unescapeText(value);
}

/** Writes the console toolkit's format. */
export function encodeTyped(payload: Payload): string {
  return Object.entries(payload)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeValue(value)}`)
    .join("&");
}

function encodeValue(value: WireValue): string {
  if (typeof value === "boolean") return `b:${String(value)}`;
  if (typeof value === "string") return `s:${encodeURIComponent(value)}`;
  return `a:${value.map(encodeURIComponent).join(";")}`;
}
