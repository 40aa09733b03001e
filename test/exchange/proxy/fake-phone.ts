import type { Connection } from "../../../src/exchange/proxy/connection.ts";
import type { SipMessage, SipRequest, SipResponse } from "../../../src/exchange/sip/message.ts";
import { replyTo } from "../../../src/exchange/sip/reply.ts";

/** A telephone's connection that remembers what it was sent, and answers only when told to. */
export class FakePhone implements Connection {
  readonly id: string;
  readonly received: SipMessage[] = [];
  trusted: boolean;
  up = true;

  constructor(id: string, { trusted = true } = {}) {
    this.id = id;
    this.trusted = trusted;
  }

  send(message: SipMessage): void {
    this.received.push(message);
  }

  get statuses(): number[] {
    return this.received.flatMap((message) => (message.kind === "response" ? message.status : []));
  }

  /** The last response. */
  get answer(): SipResponse {
    const found = this.received.findLast((message) => message.kind === "response");
    if (found?.kind !== "response") throw new Error(`${this.id} got no response`);
    return found;
  }

  /** The last request of that method. */
  request(method: string): SipRequest {
    const found = this.received.findLast(
      (message) => message.kind === "request" && message.method === method,
    );
    if (found?.kind !== "request") throw new Error(`${this.id} got no ${method}`);
    return found;
  }

  methods(): string[] {
    return this.received.flatMap((message) => (message.kind === "request" ? message.method : []));
  }

  /** What this telephone answers to the last INVITE. */
  replyToInvite(status: number): SipResponse {
    return replyTo(this.request("INVITE"), status, {
      tag: this.id,
      headers: [["contact", `<sip:${this.id}@${this.id}.invalid>`]],
    });
  }
}
