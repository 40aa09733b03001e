import type { Setting, Words } from "./setting-kinds.ts";

/** Several texts, separated by semicolons. */
export function words({
  default: usual = [],
  ...given
}: Words & { default?: readonly string[] }): Setting<readonly string[]> {
  const read = (text: string) =>
    text
      .split(";")
      .map((each) => each.trim())
      .filter(Boolean);
  const expected = "texts separated by semicolons";
  return { ...given, default: usual, written: usual.join("; "), read, expected };
}

/** The Id of a record of one kind, told by its first three characters. */
export function recordId(given: Words & { prefix: string }): Setting<string> {
  const { prefix, ...rest } = given;
  const read = (text: string) =>
    /^[a-z\d]{15}([a-z\d]{3})?$/i.test(text) && text.startsWith(prefix) ? text : undefined;
  return { ...rest, default: "", read, expected: `an Id that begins with ${prefix}` };
}
