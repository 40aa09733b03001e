import type { Location } from "../proxy/connection.ts";
import { normaliseNumber } from "../proxy/number.ts";
import { parseAddress } from "../sip/address.ts";
import { required, type SipRequest } from "../sip/message.ts";
import { parseUri } from "../sip/uri.ts";
import type { RobotAgent } from "./agent.ts";
import { type Behaviour, houseRobots, type RobotScript, scriptOf } from "./behaviour.ts";
import type { CallList } from "./call-list.ts";
import { Dialog } from "./dialog.ts";
import { conclude, sayGoodbye } from "./hang-up.ts";
import { RobotCall } from "./robot-call.ts";
import { isOver, replacedBy, takeOver } from "./take-over.ts";

/** So long an answer may stay unacknowledged. */
const patience = 32_000;
/** `setTimeout` knows no longer time, and would turn it into none. */
const longestTimer = 2 ** 31 - 1;

export type AnsweringParts = {
  readonly agent: RobotAgent;
  readonly calls: CallList;
  readonly route: (number: string) => Behaviour | undefined;
};

/** Takes the calls that telephones make to robots, each by its script. */
export class Answering {
  readonly #parts: AnsweringParts;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
  }

  /** Where a request for this number goes: to us, if some robot is there. */
  locate(number: string, request: SipRequest): Location | undefined {
    const { agent } = this.#parts;
    const isOurs = this.#scriptFor(number) !== undefined || replacedBy(request, agent);
    return isOurs ? { uri: request.uri, connection: agent } : undefined;
  }

  /** A telephone calls. */
  invite(invite: SipRequest): void {
    const { agent } = this.#parts;
    if (invite.headers.get("replaces") !== undefined) {
      takeOver(agent, invite);
      return;
    }
    const to = numberIn(invite.uri);
    const script = this.#scriptFor(to);
    if (!script) agent.reply(invite, 404);
    else this.#ring(invite, script, to);
  }

  #ring(invite: SipRequest, script: RobotScript, to: string): void {
    const { agent, calls } = this.#parts;
    const from = numberIn(parseAddress(required(invite, "from")).uri);
    const call = new RobotCall(Dialog.of(invite), script, { from, to, direction: "incoming" });
    calls.add(call);
    const tag = call.dialog.localTag;
    if (script.refuseWith !== undefined) {
      agent.reply(invite, script.refuseWith, { tag });
      call.end(`refused with ${script.refuseWith}`);
      return;
    }
    if (script.early === "reliable" && !knowsReliable(invite)) {
      agent.reply(invite, 421, { tag, headers: [["require", "100rel"]] });
      call.end("needs 100rel");
      return;
    }
    agent.adopt(call);
    agent.expectCancel(invite, call);
    call.enter("ringing");
    if (script.early) {
      void this.#announce(invite, call);
      return;
    }
    agent.reply(invite, 180, { tag });
    this.#answerAfter(script.ringFor ?? 0, invite, call);
  }

  /** Is heard before the answer. */
  async #announce(invite: SipRequest, call: RobotCall): Promise<void> {
    const { agent } = this.#parts;
    const { early, ringFor = 0 } = call.script;
    const tag = call.dialog.localTag;
    const answerLater = () => this.#answerAfter(ringFor, invite, call);
    try {
      call.earlyAnswer = await call.audio.answer(invite.body);
    } catch (error) {
      if (isOver(call)) return;
      agent.reply(invite, 488, { tag });
      conclude(agent, call, `no common media: ${String(error)}`);
      return;
    }
    if (isOver(call)) return;
    if (early === "reliable") call.onProgressKnown = answerLater;
    else answerLater();
    const headers: readonly (readonly [string, string])[] =
      early === "reliable" ? [["require", "100rel"] as const, ["rseq", "1"] as const] : [];
    agent.reply(invite, 183, { tag, body: call.earlyAnswer, headers });
  }

  #answerAfter(milliseconds: number, invite: SipRequest, call: RobotCall): void {
    const stop = call.later(Math.min(milliseconds, longestTimer), () => {
      void this.#answer(invite, call);
    });
    const refuse = (status: number, reason: string) => {
      stop();
      this.#parts.agent.answered(invite);
      this.#parts.agent.reply(invite, status, { tag: call.dialog.localTag });
      conclude(this.#parts.agent, call, reason);
    };
    call.onCancel = () => refuse(487, "cancelled by the caller");
    call.onRefuse = (reason) => refuse(480, reason);
  }

  async #answer(invite: SipRequest, call: RobotCall): Promise<void> {
    const { agent } = this.#parts;
    const tag = call.dialog.localTag;
    try {
      const hasOffer = invite.body !== "";
      const body =
        call.earlyAnswer ??
        (await (hasOffer ? call.audio.answer(invite.body) : call.audio.offer()));
      if (isOver(call)) return;
      agent.answered(invite);
      agent.reply(invite, 200, { tag, body });
      this.#answered(call, hasOffer);
    } catch (error) {
      if (isOver(call)) return;
      agent.answered(invite);
      agent.reply(invite, 488, { tag });
      conclude(agent, call, `no common media: ${String(error)}`);
    }
  }

  #answered(call: RobotCall, hasAnswer: boolean): void {
    const { agent } = this.#parts;
    call.enter("connected");
    const { hangUpAfter } = call.script;
    if (hangUpAfter !== undefined) {
      call.later(hangUpAfter, () => sayGoodbye(agent, call, "hung up by the robot"));
    }
    const stop = call.later(patience, () => sayGoodbye(agent, call, "never acknowledged"));
    call.onAcknowledged = (body) => {
      stop();
      if (hasAnswer || body === "") return;
      call.audio.accept(body).catch(() => sayGoodbye(agent, call, "no common media"));
    };
  }

  #scriptFor(number: string): RobotScript | undefined {
    const behaviour = houseRobots.get(number) ?? this.#parts.route(number);
    return behaviour === undefined ? undefined : scriptOf(behaviour);
  }
}

/** The number in an address, however it is written. */
function numberIn(uri: string): string {
  return normaliseNumber(parseUri(uri)?.user ?? "");
}

/** Whether the telephone can acknowledge what comes before the answer. */
function knowsReliable({ headers }: SipRequest): boolean {
  return [...headers.all("supported"), ...headers.all("require")].join(",").includes("100rel");
}
