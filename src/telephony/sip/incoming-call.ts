import type { IncomingRTCSessionEvent } from "jssip/lib/UA";
import type { CallStart } from "../call-base.ts";
import { decode } from "./addresses.ts";
import { answerAfter, attachedTo, calledIn, callerOf } from "./incoming-request.ts";

export interface Callee {
  /** Our own name at the server. */
  readonly user: string;
  /** Header fields that are kept with the call. */
  readonly attachedHeaders: readonly string[];
}

/** What is known of a call that comes in. */
export function incomingCall(
  { session, request }: IncomingRTCSessionEvent,
  { user, attachedHeaders }: Callee,
): Omit<CallStart, "id"> {
  const { display_name: name, uri } = session.remote_identity;
  const said = { number: decode(uri.user), ...(name && { name }) };
  return {
    direction: "incoming",
    remote: { ...said, ...callerOf(request) },
    called: calledIn(request, user),
    attached: attachedTo(request, attachedHeaders),
    answerAfter: answerAfter(request),
  };
}
