import type { CallDirection, Party } from "./call.ts";

/** What names a dialog to the other side, so that another line can take it over (RFC 3891). No secret is in it. */
export interface DialogName {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  /** The other side's own address, where the request to take over is sent: `sip:robot@192.0.2.9`. */
  readonly target: string;
}

/** A call that is up at the other side, while the line that had it is no more. */
export interface LostCall {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  /** When it was connected, in milliseconds since 1970. */
  readonly since: number;
  readonly muted: boolean;
  readonly dialog: DialogName;
}
