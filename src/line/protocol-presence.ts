// The agent's presence as line and views tell it to each other; a part of the protocol.

/** Whether the agent takes calls, apart from any call that is going on. */
export interface Availability {
  readonly ready: boolean;
  /** Why not, in the administrator's words. */
  readonly reason?: string;
  /** `work`: other work that the CRM gave keeps the agent busy, and once it is done they are ready again. */
  readonly by: "agent" | "work";
}

/**
 * What the agent does. Times are milliseconds since 1970.
 *
 * ready ──► onCall ──► wrapUp ──► ready, or notReady when the agent chose that meanwhile
 *
 * A call that only rings here changes nothing.
 */
export type PresenceSnapshot = {
  readonly since: number;
  /** What comes after call and wrap-up. */
  readonly chosen: Availability;
} & (
  | { readonly phase: "ready" | "notReady" | "onCall" }
  | {
      readonly phase: "wrapUp";
      readonly until: number;
      /** Ended calls that are being wrapped up: their logs are saved when it is over. */
      readonly calls: readonly string[];
    }
);

/** What a view commands. */
export type PresenceCommand =
  | { readonly type: "setAvailability"; readonly availability: Availability }
  | { readonly type: "extendWrapUp"; readonly milliseconds: number }
  | { readonly type: "endWrapUp" };

/** What the administrator chose for presence. */
export interface PresenceRules {
  /** Milliseconds after a conversation for its log; 0 for none. */
  readonly wrapUp: number;
  /** Calls that come while the agent is not ready are declined. */
  readonly refuseCalls: boolean;
}
