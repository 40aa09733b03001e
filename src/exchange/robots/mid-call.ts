import { digitInInfo } from "../media/dtmf.ts";
import type { SipRequest } from "../sip/message.ts";
import type { RobotAgent } from "./agent.ts";
import { allowed } from "./allowed.ts";
import { conclude, sayGoodbye } from "./hang-up.ts";
import { reoffer } from "./re-offer.ts";
import type { RobotCall } from "./robot-call.ts";
import type { Transfers } from "./transfers.ts";

type Deed = (request: SipRequest, call: RobotCall) => void;

/** Deals with what a telephone asks within a call. */
export class MidCall {
  readonly #agent: RobotAgent;
  readonly #transfers: Transfers;
  readonly #deeds: ReadonlyMap<string, Deed>;

  constructor(agent: RobotAgent, transfers: Transfers) {
    this.#agent = agent;
    this.#transfers = transfers;
    this.#deeds = this.#allDeeds();
  }

  hear(request: SipRequest, call: RobotCall): void {
    const deed = this.#deeds.get(request.method);
    if (deed) deed(request, call);
    else this.#agent.reply(request, 405, { headers: [["allow", allowed]] });
  }

  /** For a request of a call that there is not, or not any more. */
  hearStranger(request: SipRequest): void {
    if (request.method === "ACK") return;
    this.#agent.reply(request, request.method === "OPTIONS" ? 200 : 481);
  }

  #allDeeds(): ReadonlyMap<string, Deed> {
    const agent = this.#agent;
    const agree: Deed = (request) => agent.reply(request, 200);
    return new Map<string, Deed>([
      ["ACK", ({ body }, call) => call.onAcknowledged(body)],
      ["INVITE", (request, call) => void reoffer(agent, { request, call })],
      ["UPDATE", (request, call) => void reoffer(agent, { request, call })],
      [
        "PRACK",
        (request, call) => {
          agree(request, call);
          call.onProgressKnown();
        },
      ],
      ["REFER", (request, call) => this.#transfers.refer(request, call)],
      ["NOTIFY", agree],
      ["OPTIONS", agree],
      ["MESSAGE", agree],
      [
        "CANCEL",
        (request, call) => {
          agree(request, call);
          call.onCancel();
        },
      ],
      [
        "BYE",
        (request, call) => {
          agree(request, call);
          conclude(agent, call, "hung up by the telephone");
        },
      ],
      [
        "INFO",
        (request, call) => {
          agree(request, call);
          const digit = digitInInfo(request.body);
          if (digit !== undefined) call.press(digit);
        },
      ],
    ]);
  }
}

/** Ends a call, answered or not, by the way that fits. */
export function hangUp(agent: RobotAgent, call: RobotCall, reason: string): void {
  if (call.phase === "ended") return;
  if (call.onHangUp) call.onHangUp(reason);
  else if (call.phase === "connected") sayGoodbye(agent, call, reason);
  else call.onRefuse(reason);
}
