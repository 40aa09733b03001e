import type { Listenable } from "../base/emitter.ts";
import type { DialogName } from "./dialog-name.ts";

/** Why a call is over, in terms that can be put into words for an agent. */
export type EndReason =
  | { readonly kind: "hungUp"; readonly by: "us" | "them" }
  | { readonly kind: "cancelled"; readonly by: "us" | "them" }
  | { readonly kind: "answeredElsewhere" }
  | { readonly kind: "busy" }
  | { readonly kind: "declined"; readonly by: "us" | "them" }
  | { readonly kind: "noAnswer" }
  | { readonly kind: "notFound" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "microphone"; readonly problem: MicrophoneProblem }
  | { readonly kind: "media" }
  | { readonly kind: "connectionLost" }
  /** The browser or the line died in the middle of the call: its last moments are unknown. */
  | { readonly kind: "interrupted" }
  | { readonly kind: "refused"; readonly status: number; readonly phrase: string };

/**
 * Why there is no microphone.
 *
 * - `refused`: the agent or a policy of the browser said no.
 * - `blockedByPage`: the page that embeds the softphone does not pass the permission on (`allow="microphone"`).
 * - `missing`: no such device.
 * - `busy`: the device exists, but another program holds it.
 */
export type MicrophoneProblem = "refused" | "blockedByPage" | "missing" | "busy";

/**
 * Where a call is in its life. Times are milliseconds since 1970, so that they can cross to another document.
 *
 * outgoing: dialing ──► ringing ──► connected ──► ended
 * incoming: ringing ──► connected ──► ended          (any phase may go straight to ended)
 */
export type CallState =
  | { readonly phase: "dialing" }
  | { readonly phase: "ringing"; readonly since: number }
  | { readonly phase: "connected"; readonly since: number; readonly onHold: boolean }
  | {
      readonly phase: "ended";
      readonly at: number;
      readonly reason: EndReason;
      /** When the call was connected; absent when it never was. */
      readonly connectedAt?: number;
    };

export type CallPhase = CallState["phase"];
export type CallDirection = "incoming" | "outgoing";

/** Which phase may follow which. `connected` follows itself when hold changes. */
export const nextPhases = {
  dialing: ["ringing", "connected", "ended"],
  ringing: ["connected", "ended"],
  connected: ["connected", "ended"],
  ended: [],
} as const satisfies Record<CallPhase, readonly CallPhase[]>;

/** The other side of a call, as the network presents it. */
export interface Party {
  /** The user part of the SIP address: usually a telephone number, as received. */
  readonly number: string;
  /** The display name, when one was sent. Text of a stranger: show it, never interpret it. */
  readonly name?: string;
}

/** What a {@link Call} announces. */
export interface CallEvents {
  stateChanged: { readonly from: CallState; readonly to: CallState };
  mutedChanged: { readonly muted: boolean };
  /**
   * The other side refused the offer that was to bring the sound to another document: the call is up, and silent.
   * It may still be offered again.
   */
  soundRefused: { readonly status: number };
}

/** One SIP dialog, or the attempt at one. Every verb that does not fit the state does nothing. */
export interface Call extends Listenable<CallEvents> {
  /** Unique on this line, and stable over page loads. */
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  readonly state: CallState;
  readonly muted: boolean;
  /** How the other side knows it; absent before it is answered, and where nobody could take it over. */
  readonly dialog?: DialogName | undefined;
  /** Takes an incoming call. */
  answer(): void;
  /** Refuses an incoming call that rings (SIP 603). */
  decline(): void;
  /** Ends the call: CANCEL before the answer, BYE after it. */
  hangUp(): void;
  setMuted(muted: boolean): void;
  /** Sends digits `0-9 * # A-D`, in order. Other characters are left out. */
  sendDtmf(digits: string): void;
}
