import type { RTCSession } from "jssip/lib/RTCSession";

/** What `_sendReinvite` tells us. `response` is absent when the failure was ours. */
export interface ReinviteHandlers {
  readonly succeeded: () => void;
  readonly failed: (response?: { readonly status_code: number }) => void;
}

/** A JsSIP session with the members we use that its types leave out. */
export type Session = RTCSession & {
  /** Unlike the public `renegotiate`, it does not end the call when the other side refuses. */
  _sendReinvite(options: { eventHandlers: ReinviteHandlers }): void;
  onTransportError(): void;
  onRequestTimeout(): void;
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

/** JsSIP's own types leave these members out; {@link checkPrivateNames} has seen them on the prototype. */
export const asSession = (session: RTCSession): Session => session as Session;

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
