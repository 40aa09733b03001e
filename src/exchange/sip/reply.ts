import { tagOf } from "./address.ts";
import { SipHeaders } from "./headers.ts";
import { required, type SipRequest, type SipResponse } from "./message.ts";
import { randomToken } from "./token.ts";

const reasons = new Map([
  [100, "Trying"],
  [180, "Ringing"],
  [183, "Session Progress"],
  [200, "OK"],
  [202, "Accepted"],
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [405, "Method Not Allowed"],
  [407, "Proxy Authentication Required"],
  [408, "Request Timeout"],
  [421, "Extension Required"],
  [423, "Interval Too Brief"],
  [480, "Temporarily Unavailable"],
  [481, "Call/Transaction Does Not Exist"],
  [483, "Too Many Hops"],
  [486, "Busy Here"],
  [487, "Request Terminated"],
  [488, "Not Acceptable Here"],
  [489, "Bad Event"],
  [491, "Request Pending"],
  [500, "Server Internal Error"],
  [503, "Service Unavailable"],
  [603, "Decline"],
]);

/** What a response may carry beyond what it takes from the request. */
export type ReplyParts = {
  /** Our end of the dialog; random where none matters. */
  readonly tag?: string;
  readonly headers?: Iterable<readonly [name: string, value: string]>;
  readonly body?: string;
};

const mirrored = new Set(["via", "from", "to", "call-id", "cseq", "record-route"]);

/** Answers a request as RFC 3261 8.2.6 asks: same path back, same dialog. */
export function replyTo(request: SipRequest, status: number, parts: ReplyParts = {}): SipResponse {
  const { tag = randomToken(4), headers: more = [], body = "" } = parts;
  const headers = new SipHeaders([...request.headers].filter(([name]) => mirrored.has(name)));
  if (status > 100) headers.set("to", tagged(required(request, "to"), tag));
  for (const [name, value] of more) headers.add(name, value);
  if (body !== "") headers.set("content-type", "application/sdp");
  return { kind: "response", status, reason: reasonOf(status), headers, body };
}

/** The words that RFC 3261 gives a status. */
export function reasonOf(status: number): string {
  return reasons.get(status) ?? "Unknown";
}

function tagged(to: string, tag: string): string {
  return tagOf(to) === undefined ? `${to};tag=${tag}` : to;
}
