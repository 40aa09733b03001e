import { expectObject, expectText, parseJson } from "./decode.ts";

/** The call center's settings, by `/section/item`. Every value is text, also a number or a flag; cleared ones are `""`. */
export type CallCenterSettings = Readonly<Record<string, string>>;

/**
 * Reads what `getCallCenterSettings` answers, as text or already parsed.
 *
 * Old orgs have been seen to write this JSON badly; its `"key": "value"` pairs are then taken one by one,
 * so that one setting with a stray quote does not keep the phone from starting.
 */
export function decodeSettings(method: string, value: unknown): CallCenterSettings {
  const facts = typeof value === "string" ? parseLeniently(method, value) : value;
  return Object.fromEntries(
    Object.entries(expectObject(method, facts)).map(([key, setting]) => [
      key,
      expectText(method, setting),
    ]),
  );
}

function parseLeniently(method: string, json: string): unknown {
  try {
    return parseJson(method, json);
  } catch (cause) {
    const pairs = json.match(/"\/(?:[^"\\]|\\.)*"\s*:\s*"(?:[^"\\]|\\.)*"/g);
    if (!pairs) throw cause;
    return parseJson(method, `{${pairs.join(",")}}`);
  }
}
