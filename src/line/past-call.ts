import type { Stop } from "../base/emitter.ts";
import type { Call, CallState } from "../telephony/call.ts";
import type { JournalEntry } from "./journal/journal.ts";

/** A call that the journal remembers and no telephone has any more. There is nothing to be done with it. */
export class PastCall implements Call {
  readonly id: string;
  readonly direction: Call["direction"];
  readonly remote: Call["remote"];
  readonly state: CallState;
  readonly muted = false;
  readonly attached = {};
  readonly answerAfter = undefined;
  readonly transferring = undefined;
  readonly replaces = undefined;

  constructor({ id, direction, remote, state, seenAt }: JournalEntry) {
    this.id = id;
    this.direction = direction;
    this.remote = remote;
    this.state = state.phase === "ended" ? state : interrupted(state, seenAt);
  }

  /** Nothing ever happens here. */
  on(): Stop {
    return () => undefined;
  }

  answer(): void {
    // It is over.
  }

  decline(): void {
    // It is over.
  }

  redirect(): void {
    // It is over.
  }

  hangUp(): void {
    // It is over.
  }

  abandon(): void {
    // It is over.
  }

  setMuted(): void {
    // It is over.
  }

  setHeld(): void {
    // It is over.
  }

  transfer(): void {
    // It is over.
  }

  transferTo(): void {
    // It is over.
  }

  sendDtmf(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** The line died in the middle of it: it lasted at least until the last sign of life. */
function interrupted(state: CallState, at: number): CallState {
  const connectedAt = state.phase === "connected" ? { connectedAt: state.since } : {};
  return { phase: "ended", at, reason: { kind: "interrupted" }, ...connectedAt };
}
