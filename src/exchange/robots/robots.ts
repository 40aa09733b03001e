import type { Connection, Location } from "../proxy/connection.ts";
import type { SipMessage, SipRequest } from "../sip/message.ts";
import { parseAddress, tagOf } from "../sip/address.ts";
import { RobotAgent } from "./agent.ts";
import { Answering } from "./answering.ts";
import type { Behaviour } from "./behaviour.ts";
import { CallList } from "./call-list.ts";
import { Dialling, type CallOrder } from "./dialling.ts";
import { robotContact } from "./dialog.ts";
import { hangUp, MidCall } from "./mid-call.ts";
import { Notices } from "./notices.ts";
import { offerAnew } from "./re-offer.ts";
import type { RobotCall } from "./robot-call.ts";
import { Transfers } from "./transfers.ts";

export type RobotsOptions = {
  readonly realm: string;
  readonly route: (number: string) => Behaviour | undefined;
  /** The way into the proxy. */
  readonly submit: (message: SipMessage, from: Connection) => void;
  /** Milliseconds without sound after which a robot takes the telephone for lost. */
  readonly mediaPatience: number;
};

/** Everybody in the exchange who is no telephone: the numbered robots, and the customers who call in. */
export class Robots {
  /** The address behind which all robots live. */
  readonly contact = parseAddress(robotContact).uri;
  readonly calls = new CallList();
  readonly agent: RobotAgent;
  readonly tells: Notices;
  readonly #answering: Answering;
  readonly #dialling: Dialling;
  readonly #midCall: MidCall;
  readonly #watch: ReturnType<typeof setInterval>;
  readonly #mediaPatience: number;

  constructor({ realm, route, submit, mediaPatience }: RobotsOptions) {
    const { calls } = this;
    this.agent = new RobotAgent({
      submit: (message) => submit(message, this.agent),
      hear: (request, call) => this.#hear(request, call),
    });
    const { agent } = this;
    this.tells = new Notices(agent);
    this.#answering = new Answering({ agent, calls, route });
    this.#dialling = new Dialling({ agent, calls, realm });
    this.#midCall = new MidCall(agent, new Transfers(agent, this.#dialling));
    this.#mediaPatience = mediaPatience;
    this.#watch = setInterval(() => this.#hangUpOnTheLost(), Math.min(mediaPatience, 5_000));
  }

  locate(number: string, request: SipRequest): Location | undefined {
    return this.#answering.locate(number, request);
  }

  notices(request: SipRequest): Location {
    return { uri: request.uri, connection: this.agent };
  }

  dial(order: CallOrder): RobotCall {
    return this.#dialling.dial(order);
  }

  hangUp(call: RobotCall): void {
    hangUp(this.agent, call, "hung up by the robot");
  }

  /** Puts the telephone on hold, or takes it back; true when it has agreed. */
  hold(call: RobotCall, on: boolean): Promise<boolean> {
    call.audio.hold(on);
    return offerAnew(this.agent, call);
  }

  close(): void {
    clearInterval(this.#watch);
    for (const call of this.calls.running()) call.end("exchange closed");
    this.agent.close();
  }

  #hear(request: SipRequest, call: RobotCall | undefined): void {
    if (request.method === "SUBSCRIBE") {
      this.tells.subscribe(request);
      return;
    }
    const isNewCall = request.method === "INVITE" && tagOf(request.headers.get("to")) === undefined;
    if (isNewCall) this.#answering.invite(request);
    else if (call) this.#midCall.hear(request, call);
    else this.#midCall.hearStranger(request);
  }

  /** A browser that was killed says no goodbye. */
  #hangUpOnTheLost(): void {
    for (const call of this.calls.running()) {
      const isLost = !call.audio.quiet && call.audio.meter.quietFor() > this.#mediaPatience;
      if (call.phase === "connected" && isLost) hangUp(this.agent, call, "nothing heard any more");
    }
  }
}
