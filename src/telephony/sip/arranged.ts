import type { IncomingRequest } from "jssip/lib/SIPMessage";
import { endOnce, type Session } from "./session.ts";

/** What JsSIP tells when somebody wants to take the other side's place. */
interface ReplacesEvent {
  readonly request: Pick<IncomingRequest, "getHeader">;
  readonly accept: () => void;
  readonly reject: () => void;
}

/**
 * What other telephones arrange for a call of ours: that somebody else takes the other side's place (RFC 3891), which
 * whoever transfers a call needs; or that we call somebody (RFC 3515), which is nobody's to decide but the agent's.
 *
 * @param takeOver - Lets the other call begin, at once or never; it is to be answered.
 */
export function obeyArrangements(session: Session, takeOver: (begin: () => void) => void): void {
  endOnce(session);
  const events = session as unknown as {
    // Missing in JsSIP's types.
    on(name: "replaces", listener: (event: ReplacesEvent) => void): void;
  };
  events.on("replaces", ({ request, accept, reject }) => {
    // Only a call that rings was meant.
    if (/;\s*early-only/i.test(request.getHeader("Replaces"))) {
      reject();
      return;
    }
    takeOver(accept);
  });
  // JsSIP would answer 202 and report nothing more for as long as nobody decides.
  session._receiveRefer = (request) => request.reply(603);
}
