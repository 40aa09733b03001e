import { Emitter, type Stop } from "../base/emitter.ts";
import {
  nextPhases,
  type Call,
  type CallDirection,
  type CallEvents,
  type CallPhase,
  type CallState,
  type DeclineReason,
  type EndReason,
  type Party,
} from "./call.ts";

/** What a call begins with. */
export interface CallStart {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  /** @defaultValue nothing */
  readonly attached?: Readonly<Record<string, string>>;
  readonly answerAfter?: number | undefined;
}

/** What every kind of {@link Call} does alike: its state, the moves allowed, and telling listeners. */
export abstract class CallBase implements Call {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  readonly attached: Readonly<Record<string, string>>;
  readonly answerAfter: number | undefined;
  #state: CallState;
  #muted = false;
  readonly #events = new Emitter<CallEvents>();

  constructor({ id, direction, remote, attached = {}, answerAfter }: CallStart) {
    this.id = id;
    this.attached = attached;
    this.answerAfter = answerAfter;
    this.direction = direction;
    this.remote = remote;
    this.#state =
      direction === "outgoing" ? { phase: "dialing" } : { phase: "ringing", since: Date.now() };
  }

  get state(): CallState {
    return this.#state;
  }

  get muted(): boolean {
    return this.#muted;
  }

  on<Name extends keyof CallEvents>(name: Name, listener: (event: CallEvents[Name]) => void): Stop {
    return this.#events.on(name, listener);
  }

  abstract answer(): void;
  abstract decline(reason?: DeclineReason): void;
  abstract redirect(target: string): void;
  abstract hangUp(): void;
  abstract setMuted(muted: boolean): void;
  abstract sendDtmf(digits: string): void;

  /** Goes to `to` if the table of moves allows it; says whether it did. */
  protected move(to: CallState): boolean {
    const from = this.#state;
    const allowed: readonly CallPhase[] = nextPhases[from.phase];
    if (!allowed.includes(to.phase)) return false;
    this.#state = to;
    this.#events.emit("stateChanged", { from, to });
    return true;
  }

  protected end(reason: EndReason): void {
    const from = this.#state;
    this.move({
      phase: "ended",
      at: Date.now(),
      reason,
      ...(from.phase === "connected" && { connectedAt: from.since }),
    });
  }

  protected noteSoundRefused(status: number): void {
    this.#events.emit("soundRefused", { status });
  }

  protected noteMuted(muted: boolean): void {
    if (muted === this.#muted) return;
    this.#muted = muted;
    this.#events.emit("mutedChanged", { muted });
  }
}

/** The digits of `text` that can be sent as tones. */
export function tonesIn(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-D*#]/g, "");
}
