import { quoteName } from "../sip/address.ts";
import { SipHeaders } from "../sip/headers.ts";
import { cseqOf, required, type SipRequest, type SipResponse } from "../sip/message.ts";
import type { RobotAgent } from "./agent.ts";
import { allowed } from "./allowed.ts";
import type { RobotScript } from "./behaviour.ts";
import type { CallList } from "./call-list.ts";
import { Dialog } from "./dialog.ts";
import { conclude, sayGoodbye } from "./hang-up.ts";
import { RobotCall } from "./robot-call.ts";

/** A call that a robot is to make. */
export type CallOrder = {
  readonly from: string;
  readonly to: string;
  /** How the caller is shown; without it only the number is. */
  readonly name?: string;
  readonly headers?: Iterable<readonly [name: string, value: string]>;
  readonly script: RobotScript;
  /** Milliseconds after which the caller gives up, if nobody has answered. */
  readonly cancelAfter?: number;
  /** Hears each status with which the call is answered. */
  hearStatus?(status: number): void;
};

export type DiallingParts = {
  readonly agent: RobotAgent;
  readonly calls: CallList;
  readonly realm: string;
};

/** Makes the robots' own calls: customers who ring an agent, and calls they are transferred to. */
export class Dialling {
  readonly #parts: DiallingParts;

  constructor(parts: DiallingParts) {
    this.#parts = parts;
  }

  dial(order: CallOrder): RobotCall {
    const { agent, calls } = this.#parts;
    const from = `<${this.#address(order.from)}>`;
    const named = order.name === undefined ? from : `${quoteName(order.name)} ${from}`;
    const dialog = Dialog.to(`<${this.#address(order.to)}>`, named);
    const parties = { from: order.from, to: order.to, direction: "outgoing" } as const;
    const call = new RobotCall(dialog, order.script, parties);
    calls.add(call);
    agent.adopt(call);
    call.onHangUp = (reason) => conclude(agent, call, reason);
    this.#invite(call, order).catch((error: unknown) => {
      conclude(agent, call, `could not call: ${String(error)}`);
    });
    return call;
  }

  /** A number or a user becomes an address of ours; an address stays what it is. */
  #address(written: string): string {
    return /^sips?:/i.test(written)
      ? written
      : `sip:${encodeURIComponent(written).replace(/%2B/g, "+")}@${this.#parts.realm}`;
  }

  async #invite(call: RobotCall, order: CallOrder): Promise<void> {
    const { agent } = this.#parts;
    const body = await call.audio.offer();
    if (call.phase === "ended") return;
    const headers = [["allow", allowed] as const, ...(order.headers ?? [])];
    const invite = call.dialog.request("INVITE", { body, headers });
    const attempt = new Attempt(agent, call, invite);
    call.onHangUp = (reason) => attempt.hangUp(reason);
    agent.ask(invite, (response) => {
      order.hearStatus?.(response.status);
      attempt.hear(response);
    });
    if (order.cancelAfter === undefined) return;
    call.later(order.cancelAfter, () => attempt.giveUp());
  }
}

/** One INVITE of ours, until somebody has answered or nobody will. */
class Attempt {
  readonly #agent: RobotAgent;
  readonly #call: RobotCall;
  readonly #invite: SipRequest;
  #answeredBy: string | undefined;

  constructor(agent: RobotAgent, call: RobotCall, invite: SipRequest) {
    this.#agent = agent;
    this.#call = call;
    this.#invite = invite;
  }

  hear(response: SipResponse): void {
    if (response.status < 200) this.#progress(response);
    else if (response.status >= 300) conclude(this.#agent, this.#call, wordsFor(response));
    else this.#answer(response);
  }

  giveUp(): void {
    if (this.#answeredBy === undefined) this.hangUp("given up by the caller");
  }

  hangUp(reason: string): void {
    if (this.#answeredBy === undefined) {
      this.#agent.ask(cancelFor(this.#invite));
      conclude(this.#agent, this.#call, reason);
    } else {
      sayGoodbye(this.#agent, this.#call, reason);
    }
  }

  #progress(response: SipResponse): void {
    if (response.status >= 180) this.#call.enter("ringing");
  }

  #answer(response: SipResponse): void {
    const by = required(response, "to");
    const isFirst = this.#answeredBy === undefined;
    this.#answeredBy ??= by;
    const { dialog } = this.#call;
    if (isFirst) dialog.confirm(response);
    const answered = by === this.#answeredBy ? dialog : dialog.forked(response);
    this.#agent.ask(answered.acknowledge(cseqOf(response).number));
    // A second telephone has answered as well, or the first while we were hanging up.
    const isUnwanted = answered !== dialog || this.#call.phase === "ended";
    if (isUnwanted) this.#agent.ask(answered.request("BYE"));
    else if (isFirst) void this.#connect(response.body);
  }

  async #connect(answer: string): Promise<void> {
    const { hangUpAfter } = this.#call.script;
    this.#call.onEnded = () => this.#agent.forget(this.#invite);
    try {
      await this.#call.audio.accept(answer);
      this.#call.enter("connected");
      if (hangUpAfter === undefined) return;
      this.#call.later(hangUpAfter, () => this.hangUp("hung up by the robot"));
    } catch {
      this.hangUp("no common media");
    }
  }
}

function wordsFor(response: SipResponse): string {
  return `${response.status} ${response.reason}`;
}

function cancelFor(invite: SipRequest): SipRequest {
  const kept = new Set(["via", "from", "to", "call-id", "max-forwards", "route"]);
  const headers = new SipHeaders([...invite.headers].filter(([name]) => kept.has(name)));
  headers.add("cseq", `${cseqOf(invite).number} CANCEL`);
  return { ...invite, method: "CANCEL", headers, body: "" };
}
