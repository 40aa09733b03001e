import RequestSender from "jssip/lib/RequestSender.js";

/** A day: whoever asks for more is not to be believed. */
const longest = 86_400;

/** Requests that were said again for it. */
const retried = new WeakSet<RequestSender>();

/**
 * Says a request again with the interval that the server asks for in a 422 (RFC 4028, 7.4), of which JsSIP knows nothing:
 * its own 90 seconds are too short for some.
 */
export function lengthenIntervals(): void {
  const prototype = RequestSender.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const receive = prototype._receiveResponse;
  prototype._receiveResponse = function (response) {
    const least = Number(
      response.status_code === 422 && response.getHeader("Min-SE")?.split(";")[0],
    );
    const isSense = least > 0 && least <= longest;
    if (!isSense || retried.has(this)) {
      receive.call(this, response);
      return;
    }
    retried.add(this);
    sayAgain(this, least);
  };
}

function sayAgain(sender: RequestSender, seconds: number): void {
  const request = sender._request.clone();
  request.cseq += 1;
  request.setHeader("cseq", `${request.cseq} ${sender._method}`);
  request.setHeader("session-expires", String(seconds));
  request.setHeader("min-se", String(seconds));
  sender._request = request;
  // As after a challenge: whoever sent it learns the new number.
  sender._eventHandlers.onAuthenticated(request);
  sender.send();
}
