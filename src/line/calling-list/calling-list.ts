import type { Stop } from "../../base/emitter.ts";
import type { Schedule } from "../../base/schedule.ts";
import type { EndReason } from "../../telephony/call.ts";
import type {
  ListMode,
  ListOutcome,
  ListProblem,
  ListRefusal,
  ListRow,
  ListRules,
  ListSnapshot,
} from "../protocol-list.ts";
import type { ListRows } from "./list-rows.ts";

/** What lasts of a list beside its rows. */
export interface ListHead {
  readonly name: string;
  readonly mode: ListMode;
  readonly rules: ListRules;
}

export interface CallingListOptions {
  readonly schedule: Schedule;
  /** Whether the agent could talk to somebody now. */
  readonly isFree: () => boolean;
  readonly changed: () => void;
  /** @defaultValue the clock */
  readonly now?: () => number;
}

type Step =
  | { readonly phase: "preview" | "checking" | "placed"; readonly key: number }
  | { readonly phase: "resting" | "waiting"; readonly until: number; readonly stop: Stop }
  | { readonly phase: "idle" | "finished" };

/** Browsers cannot count further than some weeks; after an hour it is looked at anew. */
const longestTimer = 3_600_000;

/** Ends that another try may change. */
const worthAnotherTry: readonly EndReason["kind"][] = ["busy", "noAnswer", "unavailable"];
/** Nothing left this machine: no try at all. */
const noTry: readonly EndReason["kind"][] = ["microphone", "media"];

/**
 * A queue of numbers that an agent calls one after the other.
 *
 * preview ──► checking ──► placed ──► resting ──► preview …   waiting, when all that is left is for later
 */
export class CallingList {
  readonly rows: ListRows;
  readonly #options: Required<CallingListOptions>;
  #head: ListHead;
  #step: Step = { phase: "idle" };
  #paused = true;
  #problem: ListProblem | undefined;

  constructor(parts: { head: ListHead; rows: ListRows }, options: CallingListOptions) {
    this.rows = parts.rows;
    this.#head = parts.head;
    this.#options = { now: Date.now, ...options };
  }

  get head(): ListHead {
    return this.#head;
  }

  get isFinished(): boolean {
    return this.#step.phase === "finished";
  }

  get snapshot(): ListSnapshot {
    const { rows } = this;
    const row = this.#row;
    const step = this.#step;
    return {
      name: this.#head.name,
      mode: this.#head.mode,
      phase: step.phase === "idle" ? "preview" : step.phase,
      ...("until" in step && { until: step.until }),
      paused: this.#paused,
      ...(this.#problem && { problem: this.#problem }),
      ...(row && { row }),
      next: rows.after(row?.key),
      past: rows.past,
      total: rows.total,
      done: rows.done,
      later: rows.later,
      outcomes: rows.outcomes,
    };
  }

  get #row(): ListRow | undefined {
    return "key" in this.#step ? this.rows.get(this.#step.key) : undefined;
  }

  /** Something outside may have changed: goes on as far as it can. */
  look(): void {
    if (this.#step.phase === "idle") this.#next();
    const isOurTurn = this.#head.mode === "progressive" && !this.#paused;
    if (isOurTurn && this.#step.phase === "preview" && this.#options.isFree()) this.#check();
  }

  /** The agent wants to call the row that is shown. */
  call(key: number): void {
    if (!this.#isAt("preview", key)) return;
    this.#paused = false;
    this.#problem = undefined;
    this.#check();
  }

  skip(key: number): void {
    if (this.#isAt("preview", key)) this.#finish(key, "skipped", 0);
  }

  /** Puts a row off; one whose call is up, once that is over. */
  callBack(key: number, at: number): void {
    const row = this.rows.get(key);
    if (!row) return;
    if (row.state.phase === "placed") {
      this.rows.change(key, { callBackAt: at });
      return;
    }
    this.rows.putOff(key, at);
    const isIdle = this.#step.phase === "waiting" || this.#step.phase === "finished";
    if (isIdle || this.#isAt("preview", key)) this.#restart();
  }

  pause(paused: boolean): void {
    this.#paused = paused;
    this.#problem = undefined;
    // Nobody has begun to dial it as long as it is only being looked at.
    const row = this.#row;
    if (paused && row && this.#step.phase === "checking") this.#putBack(row);
    this.look();
  }

  setMode(mode: ListMode): void {
    this.#head = { ...this.#head, mode };
    this.look();
  }

  /** Stops, because of something that the agent should know. */
  halt(problem: ListProblem): void {
    this.#paused = true;
    this.#problem = problem;
  }

  /** The row must not, or cannot, be called. */
  refuse(key: number, why: ListRefusal): void {
    const row = this.rows.get(key);
    if (!row || !this.#isAt("checking", key)) return;
    if (why === "doNotCall" || why === "badNumber") this.#finish(key, why, 0);
    else {
      this.#putBack(row);
      this.halt(why);
    }
  }

  /** Whether a view may dial this row now: once for each time it comes up. */
  claim(key: number): boolean {
    if (!this.#isAt("checking", key)) return false;
    this.#step = { phase: "placed", key };
    return true;
  }

  /** The row's call is on its way. */
  placed(key: number, call: string): void {
    const row = this.rows.get(key);
    if (!row) return;
    const attempts = row.attempts + 1;
    this.rows.change(key, { attempts, state: { phase: "placed", call } });
  }

  /** The call that was asked for could not be made. */
  notPlaced(key: number): void {
    const row = this.rows.get(key);
    if (!row || !this.#isAt("placed", key)) return;
    this.#putBack(row);
    this.halt("notDialled");
  }

  /** The row's call is over. */
  ended(key: number, reason: EndReason["kind"], notes: string): void {
    const row = this.rows.get(key);
    if (row?.state.phase !== "placed") return;
    this.rows.change(key, { notes });
    const { pause } = this.#head.rules;
    const due = this.#dueAfter(row, reason);
    if (noTry.includes(reason)) {
      this.#putBack(row);
      this.halt("notDialled");
    } else if (due === undefined) this.#finish(key, reason, pause);
    else {
      this.rows.putOff(key, due);
      this.#rest(pause);
    }
  }

  dispose(): void {
    this.#stopWaiting();
  }

  /** When the row is to be called again, if it is. */
  #dueAfter({ callBackAt, attempts }: ListRow, reason: EndReason["kind"]): number | undefined {
    if (callBackAt !== undefined) return callBackAt;
    const { retries, retryAfter } = this.#head.rules;
    if (!worthAnotherTry.includes(reason) || attempts > retries) return undefined;
    return this.#options.now() + retryAfter;
  }

  #isAt(phase: Step["phase"], key: number): boolean {
    return this.#step.phase === phase && this.#row?.key === key;
  }

  #check(): void {
    const row = this.#row;
    if (!row) return;
    this.rows.change(row.key, { state: { phase: "placed" } });
    this.#step = { phase: "checking", key: row.key };
  }

  #putBack({ key }: ListRow): void {
    this.rows.change(key, { state: { phase: "waiting" } });
    this.#step = { phase: "preview", key };
  }

  #finish(key: number, outcome: ListOutcome, pause: number): void {
    this.rows.change(key, { state: { phase: "done", at: this.#options.now(), outcome } });
    this.#rest(pause);
  }

  /** A moment's rest, then the next row. Whoever decides alone when to call needs none. */
  #rest(pause: number): void {
    if (pause === 0 || this.#head.mode === "preview") this.#restart();
    else this.#wait("resting", this.#options.now() + pause);
  }

  #restart(): void {
    this.#stopWaiting();
    this.#step = { phase: "idle" };
    this.look();
  }

  #next(): void {
    const now = this.#options.now();
    const row = this.rows.due(now);
    const { nextDue } = this.rows;
    if (row) this.#step = { phase: "preview", key: row.key };
    else if (nextDue !== undefined) this.#wait("waiting", nextDue);
    else this.#step = { phase: "finished" };
  }

  #wait(phase: "resting" | "waiting", until: number): void {
    this.#stopWaiting();
    const stop = this.#options.schedule(
      () => {
        this.#step = { phase: "idle" };
        this.#options.changed();
      },
      Math.min(until - this.#options.now(), longestTimer),
    );
    this.#step = { phase, until, stop };
  }

  #stopWaiting(): void {
    if ("stop" in this.#step) this.#step.stop();
  }
}
