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
  type HeldBy,
  type Party,
  type Transfer,
} from "./call.ts";
import type { LostTalk } from "./lost-call.ts";

/** What is known of a call when it begins. */
export interface CallStart {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  readonly called?: string | undefined;
  /** @defaultValue nothing */
  readonly attached?: Readonly<Record<string, string>>;
  readonly answerAfter?: number | undefined;
  /** Since when a call that comes in rings. @defaultValue now */
  readonly since?: number;
  /** @defaultValue none */
  readonly replaces?: string | undefined;
}

/** What every kind of {@link Call} does alike: its state, the moves allowed, and telling listeners. */
export abstract class CallBase implements Call {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  readonly called: string | undefined;
  readonly attached: Readonly<Record<string, string>>;
  readonly answerAfter: number | undefined;
  readonly replaces: string | undefined;
  #state: CallState;
  #muted = false;
  #transferring: Transfer | undefined;
  readonly #events = new Emitter<CallEvents>();

  constructor(start: CallStart) {
    const { id, direction, remote, replaces, called, attached = {}, answerAfter } = start;
    const { since = Date.now() } = start;
    this.id = id;
    this.called = called;
    this.attached = attached;
    this.answerAfter = answerAfter;
    this.direction = direction;
    this.remote = remote;
    this.replaces = replaces;
    this.#state = direction === "outgoing" ? { phase: "dialing" } : { phase: "ringing", since };
  }

  get state(): CallState {
    return this.#state;
  }

  get muted(): boolean {
    return this.#muted;
  }

  get transferring(): Transfer | undefined {
    return this.#transferring;
  }

  on<Name extends keyof CallEvents>(name: Name, listener: (event: CallEvents[Name]) => void): Stop {
    return this.#events.on(name, listener);
  }

  abstract answer(): void;
  abstract decline(reason?: DeclineReason): void;
  abstract redirect(target: string): void;
  abstract hangUp(): void;
  abstract setMuted(muted: boolean): void;
  abstract setHeld(held: boolean): void;
  abstract transfer(target: string): void;
  abstract transferTo(other: Call): void;
  abstract sendDtmf(key: string): Promise<boolean>;

  /** Nobody takes it: the caller is gone, or we are. */
  abstract miss(): void;
  /** The call ends for this reason, whatever the network will say. */
  abstract endFor(reason: EndReason): void;

  /** It came in, and nobody has taken it yet. */
  protected get ringsHere(): boolean {
    return this.direction === "incoming" && this.state.phase === "ringing";
  }

  abandon(): void {
    if (this.ringsHere) this.miss();
    else this.endFor({ kind: "abandoned" });
  }

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

  /** The call is up, with nobody held, or somebody. */
  protected connected(heldBy?: HeldBy): void {
    const since = this.#state.phase === "connected" ? this.#state.since : Date.now();
    this.move({ phase: "connected", since, ...(heldBy && { heldBy }) });
  }

  /** It is up already, as the line knew it that had it. */
  protected goOn({ since, muted, held }: LostTalk): void {
    this.move({ phase: "connected", since, ...(held && { heldBy: "us" }) });
    this.noteMuted(muted);
  }

  /** It is about to end, and the other side had answered, whether we came to know or not. */
  protected wasAnswered(): void {
    if (this.direction === "outgoing" && this.#state.phase !== "connected") this.connected();
  }

  protected noteHoldRefused(status: number): void {
    this.#events.emit("holdRefused", { status });
  }

  protected noteTransfer(transferring: Transfer | undefined): void {
    this.#transferring = transferring;
    this.#events.emit("transferChanged", { transferring });
  }

  protected noteMuted(muted: boolean): void {
    if (muted === this.#muted) return;
    this.#muted = muted;
    this.#events.emit("mutedChanged", { muted });
  }
}

/** The key that `text` names, as tones know it; `undefined` when it is none. */
export function keyIn(text: string): string | undefined {
  return /^[0-9A-D*#]$/i.test(text) ? text.toUpperCase() : undefined;
}

/** Who keeps whom from being heard. */
export function heldBy({ us, them }: { us: boolean; them: boolean }): HeldBy | undefined {
  if (us && them) return "both";
  if (us) return "us";
  return them ? "them" : undefined;
}
