import type { Connection } from "../proxy/connection.ts";
import { branchOf, tagOf } from "../sip/address.ts";
import {
  cseqOf,
  required,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from "../sip/message.ts";
import { type ReplyParts, replyTo } from "../sip/reply.ts";
import { robotContact } from "./dialog.ts";
import type { RobotCall } from "./robot-call.ts";

/** Hears what comes back to a request of ours; provisional answers too. */
export type HearResponse = (response: SipResponse) => void;

export type AgentOptions = {
  /** The way into the proxy. */
  submit(message: SipMessage): void;
  /** Deals with a request; the agent only knows to whose call it belongs. */
  hear(request: SipRequest, call: RobotCall | undefined): void;
};

/** The robots' one user agent: sends their requests, and finds the call to which each message belongs. */
export class RobotAgent implements Connection {
  readonly id = "robots";
  readonly trusted = true;
  readonly #options: AgentOptions;
  readonly #byTag = new Map<string, RobotCall>();
  /** Calls not answered yet, by the branch that a CANCEL would carry. */
  readonly #unanswered = new Map<string, RobotCall>();
  readonly #waiting = new Map<string, HearResponse>();
  #up = true;

  constructor(options: AgentOptions) {
    this.#options = options;
  }

  get up(): boolean {
    return this.#up;
  }

  /** Takes a message from the proxy; in its own turn, since the proxy is in the middle of its work. */
  send(message: SipMessage): void {
    setImmediate(() => {
      if (!this.#up) return;
      if (message.kind === "response") this.#response(message);
      else this.#request(message);
    });
  }

  adopt(call: RobotCall): void {
    this.#byTag.set(call.dialog.localTag, call);
  }

  /** Knows the call by this INVITE, for the time in which a CANCEL may come. */
  expectCancel(invite: SipRequest, call: RobotCall): void {
    this.#unanswered.set(branchOf(required(invite, "via")), call);
  }

  answered(invite: SipRequest): void {
    this.#unanswered.delete(branchOf(required(invite, "via")));
  }

  release(localTag: string): void {
    this.#byTag.delete(localTag);
  }

  byTag(localTag: string): RobotCall | undefined {
    return this.#byTag.get(localTag);
  }

  ask(request: SipRequest, hear: HearResponse = () => undefined): void {
    if (request.method !== "ACK") this.#waiting.set(transactionOf(request), hear);
    this.#options.submit(request);
  }

  reply(request: SipRequest, status: number, parts: ReplyParts = {}): void {
    const headers = [["contact", robotContact] as const, ...(parts.headers ?? [])];
    this.#options.submit(replyTo(request, status, { ...parts, headers }));
  }

  close(): void {
    this.#up = false;
    this.#byTag.clear();
    this.#unanswered.clear();
    this.#waiting.clear();
  }

  #request(request: SipRequest): void {
    try {
      this.#options.hear(request, this.#callOf(request));
    } catch {
      // Whatever a telephone sends, it must not end the process.
      if (request.method !== "ACK") this.reply(request, 500);
    }
  }

  #callOf(request: SipRequest): RobotCall | undefined {
    if (request.method === "CANCEL") {
      return this.#unanswered.get(branchOf(required(request, "via")));
    }
    const call = this.#byTag.get(tagOf(required(request, "to")) ?? "");
    return call?.dialog.callId === required(request, "call-id") ? call : undefined;
  }

  #response(response: SipResponse): void {
    const transaction = transactionOf(response);
    const hear = this.#waiting.get(transaction);
    // A success of an INVITE may come again, from another telephone; it has to be heard each time.
    const isLast = response.status >= 200 && cseqOf(response).method !== "INVITE";
    if (isLast || response.status >= 300) this.#waiting.delete(transaction);
    hear?.(response);
  }

  /** Forgets that an INVITE of ours may still be answered. */
  forget(invite: SipRequest): void {
    this.#waiting.delete(transactionOf(invite));
  }
}

/** A CANCEL has the branch of its INVITE, and is a transaction of its own all the same. */
function transactionOf(message: SipMessage): string {
  return `${branchOf(required(message, "via"))} ${cseqOf(message).method}`;
}
