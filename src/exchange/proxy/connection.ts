import type { SipMessage } from "../sip/message.ts";

/** A way to one SIP element: a telephone's WebSocket, or the robots inside. */
export interface Connection {
  readonly id: string;
  /** False once nothing can be sent any more. */
  readonly up: boolean;
  /** The robots need no password. */
  readonly trusted: boolean;
  /** Never throws. The receiver owns the message. */
  send(message: SipMessage): void;
}

/** Where a request can go: an address, and the connection behind which it lives. */
export type Location = { readonly uri: string; readonly connection: Connection };
