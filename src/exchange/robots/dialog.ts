import { parseAddress } from "../sip/address.ts";
import { SipHeaders } from "../sip/headers.ts";
import { required, type SipRequest, type SipResponse } from "../sip/message.ts";
import { newBranch, randomToken } from "../sip/token.ts";

/** The robots' one address; calls are told apart by their tags. */
const robotHost = "robots.invalid";
export const robotContact = `<sip:robot@${robotHost};transport=ws>`;

/** What a request inside a dialog may carry. */
export type RequestParts = {
  readonly headers?: Iterable<readonly [name: string, value: string]>;
  readonly body?: string;
  readonly contentType?: string;
};

type DialogStart = {
  readonly callId: string;
  readonly localTag: string;
  readonly local: string;
  readonly remote: string;
  readonly target: string;
  readonly routes: readonly string[];
};

/** What both ends of a SIP call agree on: who, where to, and which request comes next (RFC 3261 12). */
export class Dialog {
  readonly callId: string;
  /** Ours alone: no other dialog of the robots has it. */
  readonly localTag: string;
  readonly #local: string;
  #remote: string;
  #target: string;
  #routes: readonly string[];
  #sequence = 0;

  private constructor(start: DialogStart) {
    this.callId = start.callId;
    this.localTag = start.localTag;
    this.#local = start.local;
    this.#remote = start.remote;
    this.#target = start.target;
    this.#routes = start.routes;
  }

  /** For a call that came to us. */
  static of(invite: SipRequest): Dialog {
    const localTag = randomToken();
    const contact = invite.headers.get("contact") ?? required(invite, "from");
    return new Dialog({
      callId: required(invite, "call-id"),
      localTag,
      local: `${required(invite, "to")};tag=${localTag}`,
      remote: required(invite, "from"),
      target: parseAddress(contact).uri,
      routes: invite.headers.all("record-route"),
    });
  }

  /** For a call that we make: `from` and `to` are name and address. */
  static to(to: string, from: string): Dialog {
    const localTag = randomToken();
    return new Dialog({
      callId: randomToken(),
      localTag,
      local: `${from};tag=${localTag}`,
      remote: to,
      target: parseAddress(to).uri,
      routes: [],
    });
  }

  get remoteTag(): string | undefined {
    return parseAddress(this.#remote).parameters.get("tag");
  }

  /** Learns from the answer to our INVITE who has answered, and where. */
  confirm(answer: SipResponse): void {
    this.#remote = required(answer, "to");
    this.#routes = answer.headers.all("record-route").reverse();
    this.retarget(answer);
  }

  /** The dialog with another one who answered the same INVITE. */
  forked(answer: SipResponse): Dialog {
    const other = new Dialog({
      callId: this.callId,
      localTag: this.localTag,
      local: this.#local,
      remote: this.#remote,
      target: this.#target,
      routes: this.#routes,
    });
    other.#sequence = this.#sequence;
    other.confirm(answer);
    return other;
  }

  /** The other end has moved: a new page, on the same call. */
  retarget(message: SipRequest | SipResponse): void {
    const contact = message.headers.get("contact");
    if (contact !== undefined) this.#target = parseAddress(contact).uri;
  }

  request(method: string, parts: RequestParts = {}): SipRequest {
    this.#sequence += 1;
    return this.#build(method, this.#sequence, parts);
  }

  acknowledge(sequence: number): SipRequest {
    return this.#build("ACK", sequence, {});
  }

  #build(method: string, sequence: number, parts: RequestParts): SipRequest {
    const { headers: more = [], body = "", contentType = "application/sdp" } = parts;
    const headers = new SipHeaders([
      ["via", `SIP/2.0/WS ${robotHost};branch=${newBranch()}`],
      ["max-forwards", "70"],
      ...this.#routes.map((route) => ["route", route] as const),
      ["from", this.#local],
      ["to", this.#remote],
      ["call-id", this.callId],
      ["cseq", `${sequence} ${method}`],
      ["contact", robotContact],
      ...more,
    ]);
    if (body !== "") headers.set("content-type", contentType);
    return { kind: "request", method, uri: this.#target, headers, body };
  }
}
