import { isHeaderName, type Setting, type Words } from "./setting-kinds.ts";

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

/** A colour as `#c23934`. */
export function colour(given: Words & { default: string }): Setting<string> {
  const read = (text: string) => (/^#[\da-f]{6}$/i.test(text) ? text : undefined);
  return { ...given, read, expected: "# and six hexadecimal digits" };
}

/** An address of something to be shown. */
export function httpsAddress(given: Words): Setting<string> {
  const read = (text: string) => (/^https:\/\/[^\s"'<>]+$/.test(text) ? text : undefined);
  return { ...given, default: "", read, expected: "an address that begins with https://" };
}

/** A height. */
export function pixels(given: Words & { default: number }): Setting<number> {
  const read = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined);
  return { ...given, read, expected: "pixels, up to 9999" };
}

/** `Field__c=value; Other=value` */
export function fieldValues(given: Words): Setting<readonly (readonly [string, string])[]> {
  const read = (text: string) => {
    const parts = text.split(";").filter((each) => each.trim() !== "");
    const pairs = parts.flatMap((part) => {
      const [, name, value] = /^\s*([A-Za-z]\w{0,79})\s*=\s*(.*?)\s*$/.exec(part) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    });
    return pairs.length === parts.length ? pairs : undefined;
  };
  return { ...given, default: [], written: "", read, expected: "Field=value; Field=value" };
}

/** A method of an Apex class. */
export function methodName(given: Words): Setting<string> {
  const read = (text: string) => (/^(\w+\.){1,2}\w+$/.test(text) ? text : undefined);
  return { ...given, default: "", read, expected: "Class.method" };
}

/** What SIP header fields mean: `Case=X-Case; Queue=X-Queue`. */
export function headerMeanings(given: Words): Setting<readonly (readonly [string, string])[]> {
  const kind = fieldValues(given);
  const read = (text: string) => {
    const pairs = kind.read(text);
    return pairs?.every(([, header]) => isHeaderName(header)) ? pairs : undefined;
  };
  return { ...kind, read, expected: "Meaning=Header-Name; Meaning=Header-Name" };
}
