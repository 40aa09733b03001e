import type { CallStart } from "../call-base.ts";
import type { Invitation } from "../invitation.ts";
import type { IceChoice, MediaPort } from "../media-port.ts";
import type { TakeOver } from "./take-over.ts";

/** What a call over SIP needs to know of the phone. */
export interface SipCallOptions extends CallStart {
  readonly media: MediaPort;
  readonly ice: () => IceChoice;
  readonly dtlsClient: boolean;
  /** How keys are pressed. */
  readonly dtmf: "rtp" | "info";
  /** Whether requests reach the server now. */
  readonly isConnected: () => boolean;
  /** The call that `begin` brings, if it brings one, takes this one's place. */
  readonly onTakenOver: (begin: () => void) => void;
  /** Does it once requests reach the server again. */
  readonly onceConnected: (act: () => void) => void;
  /** Another line had it. */
  readonly takeOver?: TakeOver;
  /** It rang at another line: lets us hear its invitation again. */
  readonly ringOn?: { readonly invitation: Invitation; readonly hear: () => void };
  /** WebSocket address of the server that is connected. */
  readonly server: () => string;
  /** The SIP address of a number. */
  readonly addressOf: (number: string) => string;
}
