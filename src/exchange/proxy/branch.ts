import { SipHeaders } from "../sip/headers.ts";
import {
  copyRequest,
  cseqOf,
  required,
  type SipRequest,
  type SipResponse,
} from "../sip/message.ts";
import { newBranch } from "../sip/token.ts";
import type { Connection } from "./connection.ts";

/** The host by which the proxy names itself in `Via` and `Record-Route`; no resolver will ever be asked for it. */
export const proxyHost = "exchange.invalid";

/** One of the places to which a request was forwarded. */
export class Branch {
  readonly id = newBranch();
  /** As forwarded: our `Via` on top. */
  readonly request: SipRequest;
  final: SipResponse | undefined;
  readonly #reach: () => Connection | undefined;
  #cancelled = false;

  /** @param reach - Finds the connection anew each time, since a telephone may have come back on another. */
  constructor(request: SipRequest, uri: string, reach: () => Connection | undefined) {
    this.request = copyRequest(request, uri);
    this.request.headers.push("via", `SIP/2.0/WS ${proxyHost};branch=${this.id}`);
    this.#reach = reach;
  }

  /** False when there is no way there. */
  forward(): boolean {
    return this.#send(copyRequest(this.request));
  }

  isBehind(connection: Connection): boolean {
    return this.#reach() === connection;
  }

  cancel(reason: string | undefined): void {
    if (this.final || this.#cancelled || this.request.method !== "INVITE") return;
    this.#cancelled = true;
    const cancel = this.#sibling("CANCEL", required(this.request, "to"));
    if (reason !== undefined) cancel.headers.add("reason", reason);
    this.#send(cancel);
  }

  /** Acknowledges a refusal, which goes from hop to hop. */
  acknowledge(refusal: SipResponse): void {
    this.#send(this.#sibling("ACK", required(refusal, "to")));
  }

  #sibling(method: "ACK" | "CANCEL", to: string): SipRequest {
    const headers = new SipHeaders([
      ["via", required(this.request, "via")],
      ["from", required(this.request, "from")],
      ["to", to],
      ["call-id", required(this.request, "call-id")],
      ["cseq", `${cseqOf(this.request).number} ${method}`],
      ["max-forwards", "70"],
    ]);
    return { kind: "request", method, uri: this.request.uri, headers, body: "" };
  }

  #send(request: SipRequest): boolean {
    const connection = this.#reach();
    connection?.send(request);
    return connection !== undefined;
  }
}
