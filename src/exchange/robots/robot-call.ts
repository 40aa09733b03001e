import { Audio } from "../media/audio.ts";
import type { Heard } from "../media/meter.ts";
import { randomToken } from "../sip/token.ts";
import { type RobotScript, voiceOf } from "./behaviour.ts";
import type { Dialog } from "./dialog.ts";

export type CallPhase = "calling" | "ringing" | "connected" | "ended";

/** One call of a robot, as others see it. */
export type CallSnapshot = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** As the robot sees it: `incoming` when a telephone called it. */
  readonly direction: "incoming" | "outgoing";
  readonly state: CallPhase;
  /** When the state began, as ISO 8601. */
  readonly since: string;
  /** Why it ended; `null` while it lasts. */
  readonly reason: string | null;
  /** True when the telephone has put the robot on hold. */
  readonly held: boolean;
  /** The keys pressed at the telephone, in either way. */
  readonly digits: string;
  readonly heard: Heard;
};

export type CallParties = Pick<CallSnapshot, "from" | "to" | "direction">;

/** One call of a robot, from the first ringing to its end. */
export class RobotCall {
  readonly id = randomToken(6);
  readonly audio = new Audio();
  readonly script: RobotScript;
  /** Another one takes its place when somebody else takes over the call (RFC 3891). */
  dialog: Dialog;
  /** True while an offer of one end waits for the other's answer. */
  negotiating = false;
  /** What to do when the caller gives up before the answer. */
  onCancel: () => void = () => undefined;
  /** What to do when we will not answer after all. */
  onRefuse: (reason: string) => void = () => undefined;
  /** What to do when our answer, or our offer in an answer, has arrived. */
  onAcknowledged: (body: string) => void = () => undefined;
  /** What to do when the telephone has acknowledged what it hears before the answer. */
  onProgressKnown: () => void = () => undefined;
  /** What was said before the answer, and holds for it. */
  earlyAnswer: string | undefined;
  /** Ends a call of ours, answered or not. */
  onHangUp: ((reason: string) => void) | undefined;
  onEnded: () => void = () => undefined;
  readonly #parties: CallParties;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #phase: CallPhase = "calling";
  #since = new Date();
  #reason: string | undefined;
  #digits = "";
  #lastHeard: Heard | undefined;

  constructor(dialog: Dialog, script: RobotScript, parties: CallParties) {
    this.dialog = dialog;
    this.script = script;
    this.#parties = parties;
    this.audio.voice = voiceOf(script);
    this.audio.lossy = script.lose ?? 0;
    this.audio.onDigit = (digit) => this.press(digit);
  }

  get phase(): CallPhase {
    return this.#phase;
  }

  /** Moves on; what has ended stays so. */
  enter(phase: "ringing" | "connected"): void {
    if (this.#phase === "ended" || this.#phase === phase) return;
    this.#phase = phase;
    this.#since = new Date();
  }

  /** Ends the robot's part: sound, timers and all. */
  end(reason: string): void {
    if (this.#phase === "ended") return;
    this.#lastHeard = this.audio.meter.heard();
    this.#phase = "ended";
    this.#since = new Date();
    this.#reason = reason;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    // Nobody waits for the sockets to close, and a failure there leaves nothing to be done.
    this.audio.close().catch(() => undefined);
    this.onEnded();
  }

  press(digit: string): void {
    this.#digits += digit;
  }

  /** Does something later, unless the call has ended by then. Returns what forgets it. */
  later(milliseconds: number, act: () => void): () => void {
    if (this.#phase === "ended") return () => undefined;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, milliseconds);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
  }

  snapshot(): CallSnapshot {
    return {
      id: this.id,
      ...this.#parties,
      state: this.#phase,
      since: this.#since.toISOString(),
      reason: this.#reason ?? null,
      held: this.audio.held,
      digits: this.#digits,
      heard: this.#lastHeard ?? this.audio.meter.heard(),
    };
  }
}
