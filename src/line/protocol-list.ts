import type { EndReason } from "../telephony/call.ts";
import type { RecordRef } from "./protocol-record.ts";

// Calling lists as line and views tell them to each other; a part of the protocol.

/**
 * Who decides when the next number is called.
 *
 * - `preview`: the agent, who looks at the row first.
 * - `progressive`: the line, as soon as the agent is ready again.
 */
export type ListMode = "preview" | "progressive";

/** A number that is to be called, as it comes in. */
export interface NewListRow {
  /** As a person wrote it. */
  readonly number: string;
  /** Whose it is, where no record says so. */
  readonly name?: string;
  readonly record?: RecordRef;
  /** The record was marked so when the list was made. */
  readonly doNotCall?: boolean;
}

/** What came of a row: how its call ended, or why there was none. */
export type ListOutcome = EndReason["kind"] | "skipped" | "doNotCall" | "badNumber";

/** Times are milliseconds since 1970. `placed` is over only once its call is; before it has an Id it may be refused. */
export type ListRowState =
  | { readonly phase: "waiting" }
  | { readonly phase: "later"; readonly due: number }
  | { readonly phase: "placed"; readonly call?: string; readonly connected?: boolean }
  | { readonly phase: "done"; readonly at: number; readonly outcome: ListOutcome };

export interface ListRow extends NewListRow {
  /** Its place in the list, from 0. */
  readonly key: number;
  readonly state: ListRowState;
  readonly notes: string;
  /** How often it was called. */
  readonly attempts: number;
  /** When the agent wants to call again, whatever comes of the call that is up. */
  readonly callBackAt?: number;
}

/** What the administrator chose, in milliseconds. */
export interface ListRules {
  /** Between the end of one call and the next one of a progressive list. */
  readonly pause: number;
  /** Before a number that was busy or did not answer is called again. */
  readonly retryAfter: number;
  /** How often it is called again. */
  readonly retries: number;
}

/**
 * Where a list is.
 *
 * - `preview`: a row is shown, and waits for the agent (or for the agent to be ready).
 * - `checking`: the row is to be called; the view in front makes sure that it may be, and dials or refuses.
 * - `placed`: its call is being made, or up.
 * - `resting`: a moment between two calls, until `until`.
 * - `waiting`: only numbers are left that are called later; the first of them at `until`.
 * - `finished`: every row is done.
 */
export type ListPhase = "preview" | "checking" | "placed" | "resting" | "waiting" | "finished";

/**
 * Why a list stopped by itself.
 *
 * - `unchecked`: it could not be found out whether the row may be called.
 * - `unclear`: several numbers could be meant by what is written.
 * - `notDialled`: the phone could not make the call.
 * - `restarted`: the browser was closed, or died.
 */
export type ListProblem = "unchecked" | "unclear" | "notDialled" | "restarted";

/** Why a row that was to be called is not: it must not be, or cannot, or nobody knows. */
export type ListRefusal = "doNotCall" | "badNumber" | "unchecked" | "unclear";

/** A calling list as every view shows it. Of its rows only those that matter now. */
export interface ListSnapshot {
  readonly name: string;
  readonly mode: ListMode;
  readonly phase: ListPhase;
  readonly until?: number;
  /** Nothing is called until the agent goes on. */
  readonly paused: boolean;
  readonly problem?: ListProblem;
  /** The row that is dealt with. */
  readonly row?: ListRow;
  readonly next: readonly ListRow[];
  /** What was done last, the latest first. */
  readonly past: readonly ListRow[];
  readonly total: number;
  readonly done: number;
  readonly later: number;
  readonly outcomes: Readonly<Partial<Record<ListOutcome, number>>>;
}

/** What a view commands. `row` is a row's key: a command that comes too late for it changes nothing. */
export type ListCommand = { readonly type: "list" } & (
  | {
      /** Begins a list, paused. While another is not finished, nothing happens. */
      readonly deed: "begin";
      readonly name: string;
      readonly rows: readonly NewListRow[];
      readonly mode: ListMode;
      readonly rules: ListRules;
    }
  | { readonly deed: "call"; readonly row: number }
  | { readonly deed: "skip"; readonly row: number }
  | { readonly deed: "callBack"; readonly row: number; readonly at: number }
  | { readonly deed: "note"; readonly row: number; readonly notes: string }
  /** The row that was to be checked is not called. */
  | { readonly deed: "refuse"; readonly row: number; readonly why: ListRefusal }
  | { readonly deed: "close" }
  | { readonly deed: "pause" | "goOn" }
  | { readonly deed: "setMode"; readonly mode: ListMode }
);
