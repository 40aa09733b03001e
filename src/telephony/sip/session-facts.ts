import { heldBy } from "../call-base.ts";
import type { DeclineReason, EndReason, HeldBy } from "../call.ts";
import type { Invitation } from "../invitation.ts";
import type { MediaError } from "../media-port.ts";
import type { EndEvent, TerminateOptions } from "jssip/lib/RTCSession";
import type { SessionEnd } from "./end-reason.ts";
import type { Session } from "./session.ts";

/** By what another line could go on ringing; `undefined` for a call of ours. */
export function invitationOf({ _request: { data, to_tag: tag } }: Session): Invitation | undefined {
  return data && tag ? { text: data, tag } : undefined;
}

/** Who keeps whom from being heard. */
export function heldIn(session: Session): HeldBy | undefined {
  const { local: us, remote: them } = session.isOnHold();
  return heldBy({ us, them });
}

/** Picks from what JsSIP tells of an end what matters here. */
export function sessionEnd(
  { originator, cause, message }: EndEvent,
  wasConnected: boolean,
): SessionEnd {
  const answer = asResponse(message);
  return {
    originator,
    cause,
    wasConnected,
    ...(answer && { status: answer.status_code, phrase: answer.reason_phrase }),
    reason: isMessage(message) ? message.getHeader("Reason") : "",
  };
}

type Message = EndEvent["message"] | null;
type Response = Extract<EndEvent["message"], { status_code: number }>;

// JsSIP gives null, or text, where its types promise a message.
const isMessage = (message: Message) => typeof message === "object" && message !== null;

const asResponse = (message: Message): Response | undefined =>
  isMessage(message) && "status_code" in message ? message : undefined;

/** How each reason is said to the network. */
export const declineStatus: Record<DeclineReason, number> = {
  declined: 603,
  busy: 486,
  unavailable: 480,
};

/** Whether an answer on the way brings something to hear. JsSIP's types say nothing of the event. */
export const isEarly = ({ response }: Progress) => Boolean(response?.body);

export interface Progress {
  readonly response?: { readonly body?: unknown } | null;
}

/** Puts what a document could not do into the terms of a call. */
export const mediaReason = ({ code }: MediaError): EndReason =>
  code === "media" || code === "gone" ? { kind: "media" } : { kind: "microphone", problem: code };

/** What sends a caller elsewhere. */
export function redirection(address: string): TerminateOptions {
  const contact = `Contact: <${address}>`;
  return { status_code: 302, reason_phrase: "Moved Temporarily", extraHeaders: [contact] };
}
