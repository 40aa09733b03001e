import type { Party } from "../call.ts";

/** What is read of an INVITE that comes in. */
export interface IncomingInvite {
  getHeader(name: string): string | undefined;
  getHeaders(name: string): readonly string[];
}

/** Longer than any telephone shows, and short enough to keep with each call. */
const longestValue = 500;

/**
 * Who calls: as the network asserts it (RFC 3325), else as it says in the older `Remote-Party-ID`, else as the caller says.
 *
 * What the network asserts is worth as much as whoever sends it to us. Here that is the server of the settings: it is
 * the only one at the other end of the WebSocket, and has to take out what came to it from strangers.
 */
export function callerOf(invite: IncomingInvite): Partial<Party> {
  if (/\b(id|user|full)\b/i.test(invite.getHeader("Privacy") ?? "")) return {};
  const asserted = invite.getHeaders("P-Asserted-Identity").flatMap(splitList).map(partyOf);
  const remote = invite
    .getHeaders("Remote-Party-ID")
    .flatMap(splitList)
    .filter((value) => !/;\s*party\s*=\s*(?!"?calling)/i.test(value))
    .filter((value) => !/;\s*privacy\s*=\s*"?(full|uri|name)/i.test(value))
    .map(partyOf);
  return [...asserted, ...remote].find(({ number }) => number) ?? {};
}

/**
 * The number that the caller dialled, which is not the one that rings here: as the network says (RFC 7315), else as the
 * caller addressed it; `undefined` where that is only our own user's name.
 */
export function calledIn(invite: IncomingInvite, user: string): string | undefined {
  const { number } = partyOf(invite.getHeader("P-Called-Party-ID") ?? invite.getHeader("To") ?? "");
  return number === user ? undefined : number;
}

/** The header fields that the administrator named, as far as they are there. */
export function attachedTo(
  invite: IncomingInvite,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const found = names.flatMap((name) => {
    const value = invite.getHeader(name)?.trim().slice(0, longestValue);
    return value ? [[name, plain(value)] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Milliseconds after which the caller wants to be answered without anybody touching the telephone. */
export function answerAfter(invite: IncomingInvite): number | undefined {
  const info = [...invite.getHeaders("Call-Info"), ...invite.getHeaders("Alert-Info")].join(",");
  const seconds = /;\s*answer-after\s*=\s*"?(\d{1,3})/i.exec(info)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1_000;
  const mode = [invite.getHeader("Answer-Mode"), invite.getHeader("Priv-Answer-Mode")].join(",");
  const isAutomatic = /(auto|ring)[-_ ]?answer/i.test(info) || /\bauto\b/i.test(mode);
  return isAutomatic ? 0 : undefined;
}

/** Values of one field, separated by commas outside of quotes and brackets. */
function splitList(value: string): readonly string[] {
  return value.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<])+/g) ?? [];
}

/** `"Ada" <sip:+1415@example.com>` or `<tel:+1415;ext=1>`. */
function partyOf(value: string): Partial<Party> {
  const [, quoted, plainName, uri] =
    /^\s*(?:"((?:[^"\\]|\\.)*)"|([^"<]*))\s*<([^>]*)>/.exec(value) ?? [];
  const number = numberIn(uri ?? value);
  const name = nameIn(quoted, plainName);
  return { ...(number && { number }), ...(name && { name }) };
}

const nameIn = (quoted: string | undefined, plainName = "") =>
  (quoted?.replace(/\\(.)/g, "$1") ?? plainName).trim();

function numberIn(uri: string): string | undefined {
  const found = /^\s*(?:sips?:([^@;?>]+)(?:;[^@]*)?@|tel:([^;?>]+))/i.exec(uri);
  const user = found?.[1] ?? found?.[2];
  return user === undefined ? undefined : decoded(user);
}

function decoded(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}

/** `User-to-User` (RFC 7433) says text as hexadecimal digits. */
function plain(value: string): string {
  const [, hex] = /^([0-9a-f]+)\s*;.*\bencoding\s*=\s*"?hex/i.exec(value) ?? [];
  if (hex === undefined || hex.length % 2 === 1) return value;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\0/, "");
  } catch {
    return value;
  }
}
