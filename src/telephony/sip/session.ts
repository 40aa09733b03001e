import type { RTCSession } from "jssip/lib/RTCSession";

/** What `_sendReinvite` tells us. `response` is absent when the failure was ours. */
export interface ReinviteHandlers {
  readonly succeeded: () => void;
  readonly failed: (response?: { readonly status_code: number }) => void;
}

/** What becomes of a request inside a call. */
export interface RequestHandlers {
  readonly onSuccessResponse: () => void;
  readonly onErrorResponse: () => void;
  readonly onTransportError: () => void;
  readonly onRequestTimeout: () => void;
  readonly onDialogError: () => void;
}

/** News of a transfer (RFC 3515): what the other side answered, then what it tells of its own call. */
export interface ReferSubscriber {
  on(name: "requestFailed", listener: (event: { response: Status | null }) => void): void;
  on(name: "requestSucceeded", listener: () => void): void;
  on(
    name: "trying" | "progress" | "accepted" | "failed",
    listener: (event: { status_line: Status }) => void,
  ): void;
}

interface Status {
  readonly status_code: number;
}

/** What names a call for whoever is to take it over (RFC 3891); JsSIP reads it from a session. */
export interface ReplacedSession {
  readonly _request: { readonly call_id: string };
  /** The tag of the one who is asked to give up the call. */
  readonly _to_tag: string;
  readonly _from_tag: string;
}

/** A request that comes in within a dialog. */
export interface RequestWithin {
  readonly method: string;
  readonly body: string;
  getHeader(name: string): string | undefined;
  reply(status: number, phrase?: string | null, headers?: readonly string[]): void;
}

/** A JsSIP session with the members we use that its types leave out. */
export type Session = Omit<RTCSession, "sendRequest" | "refer"> & {
  _localHold: boolean;
  readonly _request: {
    readonly call_id: string;
    /** Of a call that came in: the request as it was received, and the tag that we answer with. */
    readonly data?: string;
    readonly to_tag?: string;
    getHeader?(name: string): string | undefined;
  };
  readonly _from_tag: string;
  readonly _to_tag: string;
  /** Before anybody has answered. */
  readonly _earlyDialogs: Readonly<Record<string, EarlyDialog>>;
  _onhold(originator: "local"): void;
  _onunhold(originator: "local"): void;
  _receiveRefer(request: { reply(status: number): void }): void;
  /** A request of the other side within the dialog. */
  receiveRequest(request: RequestWithin): void;
  /** Our own address, as it stands in requests. */
  readonly _contact: string;
  /** Whether the INVITE, its answer and the ACK are through. */
  readonly _is_confirmed: boolean;
  readonly _sessionTimers: {
    /** Seconds. */
    readonly currentExpires: number;
    /** Whether it is ours to refresh. */
    readonly refresher: boolean;
    timer: ReturnType<typeof setTimeout> | undefined;
  };
  _runSessionTimer(): void;
  _sendUpdate(options: { readonly eventHandlers: { readonly failed: () => void } }): void;
  /** Ends a call that never was up; JsSIP's own words for why. */
  _failed(by: "local", message: null, cause: string): void;
  sendRequest(
    method: string,
    options: {
      readonly extraHeaders: readonly string[];
      readonly body?: string;
      readonly eventHandlers?: RequestHandlers;
    },
  ): void;
  /** `false` when the call is not up. Throws `TypeError` when the target is no address. */
  refer(target: string, options: { replaces?: ReplacedSession }): ReferSubscriber | false;
  /** Unlike the public `renegotiate`, it does not end the call when the other side refuses. */
  _sendReinvite(options: { eventHandlers: ReinviteHandlers }): void;
  onTransportError(): void;
  onRequestTimeout(): void;
  /** 408 or 481 to a request within the dialog. */
  onDialogError(): void;
  /** There once somebody answered. */
  _dialog?: {
    readonly id: {
      readonly call_id: string;
      readonly local_tag: string;
      readonly remote_tag: string;
    };
    /** Of JsSIP's class URI: the other side's own address. */
    readonly _remote_target: { toString(): string };
    /** By which servers requests go, the nearest first. */
    _route_set: readonly string[];
  } | null;
};

/** What can be asked before anybody has answered. */
interface EarlyDialog {
  _local_seqnum: number | null;
  sendRequest(
    method: string,
    options: {
      readonly extraHeaders: readonly string[];
      readonly eventHandlers: { readonly onDialogError: () => void };
    },
  ): void;
}

/** JsSIP's own types leave these members out, or know less of them; {@link checkPrivateNames} has seen them on the prototype. */
export const asSession = (session: RTCSession): Session => session as unknown as Session;

/** Lets a call that is over be ended once more, as JsSIP itself does when another has taken its place. */
export function endOnce(session: Session): void {
  const terminate = session.terminate.bind(session);
  session.terminate = (options) => {
    if (!session.isEnded()) terminate(options);
  };
}

/**
 * Keeps an answered call when a request of it got no answer or the WebSocket broke.
 *
 * JsSIP ends the call then, locally only: the other side would go on talking to nobody.
 */
export function surviveTransportErrors(session: Session, onInterrupted: () => void): void {
  for (const name of ["onTransportError", "onRequestTimeout"] as const) {
    const end = session[name].bind(session);
    session[name] = () => {
      if (session.isEstablished()) onInterrupted();
      else end();
    };
  }
}
