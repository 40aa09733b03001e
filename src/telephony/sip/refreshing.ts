import type { Session } from "./session.ts";

/**
 * Refreshes a call's session interval where it is ours to do (RFC 4028), so that nobody on the way takes a long call for
 * dead: by UPDATE, which needs no document, else by an offer.
 *
 * JsSIP forgets to, from then on, when another offer is under way at that moment or the UPDATE is refused.
 *
 * @param offer - Offers anew, as soon as that is possible.
 */
export function keepRefreshed(session: Session, offer: () => void): void {
  const run = session._runSessionTimer.bind(session);
  let takesUpdate = true;
  const refused = () => {
    takesUpdate = false;
    offer();
  };
  session._runSessionTimer = () => {
    run();
    const timers = session._sessionTimers;
    if (!timers.refresher) return;
    clearTimeout(timers.timer);
    timers.timer = setTimeout(() => {
      if (session.isEnded()) return;
      if (takesUpdate && session.isReadyToReOffer())
        session._sendUpdate({ eventHandlers: { failed: refused } });
      else offer();
    }, timers.currentExpires * 500);
  };
}

/**
 * Answers an UPDATE before the call is up, which servers send to tell who is really there, or because of their own timers.
 *
 * JsSIP refuses it with 403.
 */
export function takeEarlyUpdates(session: Session): void {
  const receive = session.receiveRequest.bind(session);
  session.receiveRequest = (request) => {
    if (request.method !== "UPDATE" || session._is_confirmed) receive(request);
    else if (!request.body) request.reply(200, null, [`Contact: ${session._contact}`]);
    // The first offer is not answered yet (RFC 3311, 5.2).
    // An enumeration of JsSIP's, of which only the texts exist when it runs.
    else if ((session.direction as string) === "outgoing") request.reply(491);
    else request.reply(500, null, ["Retry-After: 2"]);
  };
}
