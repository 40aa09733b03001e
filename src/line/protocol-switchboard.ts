import type { Transfer } from "../telephony/call.ts";

/** What an agent does with several calls, or with one beyond taking and ending it. */
export type SwitchboardCommand =
  /** Without `held` the call is the agent's again, and every other is held. */
  | { readonly type: "setHeld"; readonly call: string; readonly held: boolean }
  /** Sends the other side to a number, without asking there first. */
  | { readonly type: "transfer"; readonly call: string; readonly target: string }
  /** Connects the other sides of two calls, and leaves them to themselves. */
  | { readonly type: "connect"; readonly call: string; readonly to: string }
  /** Lets the other sides of both calls hear each other, and the agent both. */
  | { readonly type: "merge"; readonly call: string; readonly with: string }
  /** Ends the conference; the agent goes on with `call`, and the others are held. */
  | { readonly type: "split"; readonly call: string }
  /** Keys `0-9 * # A-D`, with pauses: `,` and `p` two seconds, `w` half a second. */
  | { readonly type: "sendDtmf"; readonly call: string; readonly digits: string };

/** How a call stands to the agent's others; what does not apply is absent. */
export interface CallArrangement {
  /** The transfer that is under way, or that failed last. */
  readonly transferring?: Transfer;
  /** Its other side hears the others of the conference. */
  readonly inConference?: true;
  /** The call for whose sake this one was made: to ask before a transfer. */
  readonly consultsFor?: string;
  /** Keys that are still to be pressed. */
  readonly keysLeft?: string;
  /** The SIP status with which the other side refused to be held, or resumed. */
  readonly holdRefused?: number;
}
