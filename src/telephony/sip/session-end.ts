import type { EndEvent } from "jssip/lib/RTCSession";
import type { SessionEnd } from "./end-reason.ts";

/** What matters of the event with which a session of JsSIP ends. */
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
