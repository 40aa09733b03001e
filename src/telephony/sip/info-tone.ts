import type { Session } from "./session.ts";

/** Milliseconds for which the receiver plays the tone. */
const duration = 160;

/** Presses a key by SIP INFO, as most servers understand it; says whether the other side took it. */
export function sendInfoTone(session: Session, key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const lost = () => resolve(false);
    session.sendRequest("INFO", {
      extraHeaders: ["Content-Type: application/dtmf-relay"],
      body: `Signal=${key}\r\nDuration=${duration}\r\n`,
      // Handlers of our own: JsSIP's would end the call when the request gets no answer.
      eventHandlers: {
        onSuccessResponse: () => resolve(true),
        onErrorResponse: lost,
        onTransportError: lost,
        onRequestTimeout: lost,
        onDialogError: lost,
      },
    });
  });
}

/** Answers what the other side says by INFO, of which nothing is made. */
export function takeInfo(session: Session): void {
  const receive = session.receiveRequest.bind(session);
  session.receiveRequest = (request) => {
    if (request.method === "INFO") request.reply(200);
    else receive(request);
  };
}
