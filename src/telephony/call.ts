import type { Listenable } from "../base/emitter.ts";
import type { DialogName } from "./dialog-name.ts";
import type { Invitation } from "./invitation.ts";

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
  /** The network has no way at the moment. */
  | { readonly kind: "congested" }
  /** The network, or the server, does not allow this call. */
  | { readonly kind: "forbidden" }
  /** Digits are missing, or too many. */
  | { readonly kind: "incomplete" }
  /** The line of the other side is broken. */
  | { readonly kind: "outOfOrder" }
  /** We sent the caller elsewhere. */
  | { readonly kind: "redirected"; readonly to: string }
  | { readonly kind: "microphone"; readonly problem: MicrophoneProblem }
  | { readonly kind: "media" }
  | { readonly kind: "connectionLost" }
  /** The browser or the line died in the middle of the call: its last moments are unknown. */
  | { readonly kind: "interrupted" }
  /** Nobody had the phone open for too long. */
  | { readonly kind: "abandoned" }
  /** We have connected the other side with somebody else. */
  | { readonly kind: "transferred"; readonly to: string }
  /** Another telephone, or another call of ours, has taken this one over. */
  | { readonly kind: "replaced" }
  | { readonly kind: "refused"; readonly status: number; readonly phrase: string };

/**
 * How a caller is refused.
 *
 * - `declined`: on all telephones of the agent (SIP 603).
 * - `busy`: this one is busy (486); another may still be answered, or the server forward the call.
 * - `unavailable`: nobody is here (480).
 */
export type DeclineReason = "declined" | "busy" | "unavailable";

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
  | {
      readonly phase: "ringing";
      readonly since: number;
      /** The other side, or the network, is heard already: an announcement, or its own ringing. */
      readonly early?: boolean;
    }
  | { readonly phase: "connected"; readonly since: number; readonly heldBy?: HeldBy }
  | {
      readonly phase: "ended";
      readonly at: number;
      readonly reason: EndReason;
      /** When the call was connected; absent when it never was. */
      readonly connectedAt?: number;
    };

/** Who keeps whom from being heard. */
export type HeldBy = "us" | "them" | "both";

/**
 * How a transfer stands that we asked for. While it is under way, and after it failed, the call goes on.
 *
 * - `asked`: the other side has been asked, and may not have answered yet.
 * - `ringing`: it rings where they were sent.
 * - `failed`: whoever was asked said no; `status` is the last they said, and absent when they said nothing.
 */
export type Transfer = { readonly to: string } & (
  | { readonly phase: "asked" }
  | { readonly phase: "ringing" }
  | { readonly phase: "failed"; readonly status?: number }
);

export type CallPhase = CallState["phase"];
export type CallDirection = "incoming" | "outgoing";

/** Which phase may follow which. `connected` follows itself when hold changes, `ringing` when something is heard. */
export const nextPhases = {
  dialing: ["ringing", "connected", "ended"],
  ringing: ["ringing", "connected", "ended"],
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
  /** The other side does not take part in being held, or resumed: all is as it was. */
  holdRefused: { readonly status: number };
  transferChanged: { readonly transferring: Transfer | undefined };
}

/** One SIP dialog, or the attempt at one. Every verb that does not fit the state does nothing. */
export interface Call extends Listenable<CallEvents> {
  /** Unique on this line, and stable over page loads. */
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  /** The number that the caller dialled, when the network tells it and it is not just our own name. */
  readonly called?: string | undefined;
  /** What the network sent along, by the names that the phone's wishes have. Text of strangers. */
  readonly attached: Readonly<Record<string, string>>;
  /** Milliseconds after which the caller wants to be answered by itself; whether that is done is for others to say. */
  readonly answerAfter: number | undefined;
  readonly state: CallState;
  readonly muted: boolean;
  /** How the other side knows it; absent before it is answered, and where nobody could take it over. */
  readonly dialog?: DialogName | undefined;
  /** How it came; absent unless it rings here, and where nobody could go on ringing for it. */
  readonly invitation?: Invitation | undefined;
  /** The transfer that is under way, or that failed last. */
  readonly transferring: Transfer | undefined;
  /** The id of a call of this line whose place this one takes, as another telephone arranged it. */
  readonly replaces: string | undefined;
  /** Takes an incoming call. */
  answer(): void;
  /** Refuses an incoming call that rings. @param reason - `declined` when left out. */
  decline(reason?: DeclineReason): void;
  /** Sends the caller of a ringing call elsewhere: to a mailbox, another number, or a SIP address. */
  redirect(target: string): void;
  /** Ends the call: CANCEL before the answer, BYE after it. */
  hangUp(): void;
  /** Ends the call as nobody is there any more to talk; whoever rings here is told so, and was missed. */
  abandon(): void;
  setMuted(muted: boolean): void;
  /** Keeps the other side from hearing and being heard, or ends that. */
  setHeld(held: boolean): void;
  /**
   * Asks the other side to call somebody else in our place. Does nothing while it is being asked already.
   *
   * @throws `PhoneError` with code `badNumber` when nothing in the text can be called.
   */
  transfer(target: string): void;
  /** Connects the other side with that of another call; both are up. Ends both for us when it succeeds. */
  transferTo(other: Call): void;
  /**
   * Presses one key, `0-9 * # A-D`. Resolves once it is on its way, with `false` when it is not: then it may be
   * sent again.
   */
  sendDtmf(key: string): Promise<boolean>;
}
