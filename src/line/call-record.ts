import type { Call } from "../telephony/call.ts";
import type { CallDeeds, CallSnapshot, RecordRef, ToLine } from "./protocol.ts";

type Deed = Extract<ToLine, { type: "deed" }>;
type Note = Extract<ToLine, { type: "setNotes" | "setRecord" }>;

/** What the line remembers of a call, beyond what the telephone knows: whose it is, and what was done for it. */
export class CallRecord {
  readonly call: Call;
  readonly startedAt = Date.now();
  /** The record the call belongs to. */
  record: RecordRef | undefined;
  #notes = "";
  #keeper: string | undefined;
  #deeds: CallDeeds = { pop: "none", log: "none" };

  constructor(call: Call) {
    this.call = call;
  }

  get isUp(): boolean {
    return this.call.state.phase !== "ended";
  }

  /** The id of the view that pops the record and saves the log. */
  get keeper(): string | undefined {
    return this.#keeper;
  }

  /** Gives the lease to another view. What the last one was doing may have been done, or not. */
  keepBy(view: string | undefined): void {
    if (view === this.#keeper) return;
    this.#keeper = view;
    const { pop, log } = this.#deeds;
    this.#deeds = {
      ...this.#deeds,
      pop: pop === "doing" ? "maybe" : pop,
      log: log === "doing" ? "maybe" : log,
    };
  }

  remember(note: Note): void {
    if (note.type === "setNotes") this.#notes = note.notes;
    else this.record = note.record;
  }

  /** Only the keeper does deeds: what another view says of them is late, and no longer true. */
  rememberFrom(view: string, deed: Deed): void {
    if (view === this.#keeper) this.#deeds = { ...this.#deeds, ...noted(deed) };
  }

  snapshot(mediaView: string | undefined): CallSnapshot {
    const { id, direction, remote, state, muted } = this.call;
    return {
      id,
      direction,
      remote,
      state,
      muted,
      startedAt: this.startedAt,
      notes: this.#notes,
      deeds: this.#deeds,
      ...(mediaView && { mediaView }),
      ...(this.record && { record: this.record }),
      ...(this.#keeper && { keeper: this.#keeper }),
    };
  }
}

const noted = (deed: Deed): Partial<CallDeeds> =>
  deed.deed === "pop"
    ? { pop: deed.state }
    : { log: deed.state, ...(deed.logId && { logId: deed.logId }) };
