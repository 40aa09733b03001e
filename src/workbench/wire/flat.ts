import { type Payload, unescapeText } from "./payload.ts";

/** Reads Open CTI's format: text by name. The last of two equal names wins; a value ends at a second `=`. */
export function decodeFlat(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const pair of text.split("&")) {
    const [key = "", value = ""] = pair.split("=");
    if (key !== "") values.set(key, unescapeText(value));
  }
  return values;
}

/** Writes Open CTI's format. */
export function encodeFlat(payload: Payload): string {
  return Object.entries(payload)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join("&");
}
