import { parseParameters } from "./parameters.ts";

/** A `sip:` address, taken apart. */
export type SipUri = {
  /** Unescaped; without parameters of its own, as in `+1415;phone-context=…`. */
  readonly user: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
  /** What stands after `?`, still escaped: `Replaces=…`. */
  readonly headers: string | undefined;
};

const shape = /^sips?:(?:([^@?]*)@)?(\[[^\]]+\]|[^:;?@]+)(?::(\d+))?(;[^?]*)?(?:\?(.*))?$/i;

/** Reads a SIP address; `undefined` for anything else, a `tel:` address included. */
export function parseUri(text: string): SipUri | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, user, host = "", port, parameters = "", headers] = found;
  return {
    user: user === undefined ? undefined : unescape(user.split(/[;:]/)[0] ?? ""),
    host: host.toLowerCase(),
    port,
    parameters: parseParameters(parameters),
    headers,
  };
}

/** Decodes `%40` and the like; text with a broken escape stays as it is. */
function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What makes two contact addresses the same place: user and host, whatever the parameters. */
export function placeOf(uri: string): string {
  const parsed = parseUri(uri);
  return parsed ? `${parsed.user ?? ""}@${parsed.host}` : uri;
}
