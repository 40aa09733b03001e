/** What names a dialog to the other side, so that another line can take it over (RFC 3891). No secret is in it. */
export interface DialogName {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  /** The other side's own address, where the request to take over is sent: `sip:robot@192.0.2.9`. */
  readonly target: string;
}
