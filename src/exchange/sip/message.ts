import type { SipHeaders } from "./headers.ts";

export type SipRequest = {
  readonly kind: "request";
  readonly method: string;
  readonly uri: string;
  readonly headers: SipHeaders;
  readonly body: string;
};

export type SipResponse = {
  readonly kind: "response";
  readonly status: number;
  readonly reason: string;
  readonly headers: SipHeaders;
  readonly body: string;
};

/** One SIP message. Whoever passes it on copies it first: headers can change. */
export type SipMessage = SipRequest | SipResponse;

/** A request of one's own to change: its headers are copied. */
export function copyRequest(request: SipRequest, uri = request.uri): SipRequest {
  return { ...request, uri, headers: request.headers.copy() };
}

export function copyResponse(response: SipResponse): SipResponse {
  return { ...response, headers: response.headers.copy() };
}

/** The number and the method of the `CSeq` field. Both are there: the parser has looked. */
export function cseqOf(message: SipMessage): { readonly number: number; readonly method: string } {
  const [number = "0", method = ""] = (message.headers.get("cseq") ?? "").split(/\s+/);
  return { number: Number(number), method };
}

/** The value of a field that the parser does not let any message be without. */
export function required(message: SipMessage, name: "from" | "to" | "via" | "call-id"): string {
  return message.headers.get(name) ?? "";
}
