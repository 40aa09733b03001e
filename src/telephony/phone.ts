import type { Listenable } from "../base/emitter.ts";
import type { Call } from "./call.ts";
import type { LostCall } from "./lost-call.ts";

/** Where and as whom to register. Lives in memory only: `password` is never stored or logged. */
export interface Account {
  /** WebSocket addresses of the SIP server, the preferred one first: `wss://sip.example.com/ws`. */
  readonly servers: readonly string[];
  /**
   * Whether we start DTLS in every offer, which keeps the gap at a page load short.
   *
   * @defaultValue true
   */
  readonly dtlsClient?: boolean;
  /**
   * How keys are pressed: in the sound (RFC 4733) or by the signalling (SIP INFO).
   *
   * @defaultValue rtp
   */
  readonly dtmf?: "rtp" | "info";
  /** How many calls may be up at once; one more that comes in is told we are busy. */
  readonly mostCalls?: number;
  /** The host part of our address: `example.com` in `sip:anna@example.com`. */
  readonly domain: string;
  readonly user: string;
  readonly password: string;
  readonly displayName?: string;
  /** STUN and TURN servers; none when left out. */
  readonly iceServers?: readonly RTCIceServer[];
  /** Send sound through TURN servers only. @defaultValue false */
  readonly relayOnly?: boolean;
}

/**
 * Why registering failed.
 *
 * - `wrongPassword`: the server refused the credentials (401, 403, 407 after our answer to the challenge).
 * - `unreachable`: no WebSocket to any server.
 * - `refused`: the server answered with another error.
 * - `timeout`: the server took the connection and never answered.
 */
export type RegistrationProblem = "wrongPassword" | "unreachable" | "refused" | "timeout";

/**
 * Whether the line can be reached.
 *
 * signedOut ──► registering ──► registered ──► reconnecting ──► registered
 *                    └──► failed (a wrong password is final; the others are tried again)
 */
export type Registration =
  | { readonly phase: "signedOut" }
  | { readonly phase: "registering" }
  | { readonly phase: "registered"; readonly since: number }
  | { readonly phase: "reconnecting"; readonly since: number }
  | { readonly phase: "failed"; readonly problem: RegistrationProblem; readonly detail: string };

/** Messages on a mailbox of the agent's. */
export interface Mailbox {
  readonly waiting: boolean;
  /** How many new ones, where the server says so. */
  readonly new?: number;
  readonly old?: number;
}

/** How the lamp beside a colleague's key is lit; `unknown` while the server does not tell. */
export type Lamp = "free" | "ringing" | "busy" | "unknown";

/** What the administrator wants of the telephone beyond calls. */
export interface PhoneWishes {
  /** Header fields of an INVITE that are kept with the call. */
  readonly attachedHeaders: readonly string[];
  /** Numbers of colleagues whose lamps are shown. */
  readonly watch: readonly string[];
  /** Ask the server to tell of the mailbox; many do so unasked. */
  readonly mailbox: boolean;
}

/** What a {@link Phone} announces. */
export interface PhoneEvents {
  registrationChanged: { readonly registration: Registration };
  /** A call began, ours or theirs. */
  callStarted: { readonly call: Call };
  /** Mailbox, a lamp, or whether the agent may be disturbed. */
  surroundingsChanged: Record<string, never>;
}

/**
 * Why the telephone could not do as asked.
 *
 * - `notRegistered`: no call can be made while the line is not registered.
 * - `badNumber`: nothing in the text can be dialled.
 * - `tooManyCalls`: as many calls as allowed are up.
 */
export type PhoneErrorCode = "notRegistered" | "badNumber" | "tooManyCalls";

/** The only error the telephony port throws. Branch on {@link PhoneError.code}. */
export class PhoneError extends Error {
  override readonly name = "PhoneError";
  readonly code: PhoneErrorCode;

  constructor(code: PhoneErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** How a number is called. */
export interface DialOptions {
  /** Help is called: however many calls are up, this one is let through. @defaultValue false */
  readonly forHelp?: boolean | undefined;
}

/** A registered line on which calls come and go: what the rest of the house knows of SIP. */
export interface Phone extends Listenable<PhoneEvents> {
  readonly registration: Registration;
  /** Every call that has not ended. */
  readonly calls: readonly Call[];
  /** `undefined` until the server told of it. */
  readonly mailbox: Mailbox | undefined;
  /** By the number that is watched. */
  readonly lamps: ReadonlyMap<string, Lamp>;
  /** Callers are told that we are busy, and nothing rings. */
  readonly doNotDisturb: boolean;
  setDoNotDisturb(on: boolean): void;
  /** From now on this is wanted. */
  wish(wishes: PhoneWishes): void;
  /** Registers, and stays registered until {@link Phone.signOut}. */
  signIn(account: Account): void;
  /** Ends all calls, unregisters and forgets the password. Resolves when the server knows, or after 2 s. */
  signOut(): Promise<void>;
  /** There is reason to doubt the connection: looks at once, and reconnects without waiting any longer. */
  checkConnection(): void;
  /** From now on these find the other side: their passwords are for a while only. */
  useIceServers(iceServers: readonly RTCIceServer[]): void;
  /**
   * Calls a number or a SIP address.
   *
   * @throws {@link PhoneError} when the call cannot even be tried.
   */
  dial(target: string, options?: DialOptions): Call;
  /**
   * Goes on with a call of a line that is no more, as soon as the server can be reached. It is the same call, and
   * connected, or ringing, at once. Where the other side of a connected one refuses, it says `soundRefused`, and stays
   * until somebody hangs up.
   *
   * @throws {@link PhoneError} when nobody is signed in.
   */
  takeOver(lost: LostCall): Call;
}
