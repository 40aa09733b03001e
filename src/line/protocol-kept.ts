import type { CallDirection } from "../telephony/call.ts";

/** A call that is over, for redialling. */
export interface RecentCall {
  readonly id: string;
  readonly direction: CallDirection;
  /** As it was written, or as the network sent it. */
  readonly number: string;
  readonly name?: string;
  readonly record?: { readonly id: string; readonly object: string; readonly name?: string };
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds of conversation; absent when nobody answered. */
  readonly length?: number;
  /** It came in, and nobody took it. */
  readonly missed: boolean;
}

/** A number that the agent wants at hand. */
export interface Favourite {
  readonly name: string;
  readonly number: string;
}

/** What the line keeps for an agent beyond the calls: over page loads and restarts. */
export interface KeptNumbers {
  /** Newest first. Forgotten when the agent signs out. */
  readonly recents: readonly RecentCall[];
  readonly favourites: readonly Favourite[];
}

/** What a view says about them. */
export type KeptCommand =
  /** Wants to be told of them, now and at each change. */
  | { readonly type: "askKept" }
  | { readonly type: "setFavourite"; readonly favourite: Favourite; readonly on: boolean };
