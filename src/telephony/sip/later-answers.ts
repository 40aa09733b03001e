import Dialog from "jssip/lib/Dialog.js";
import RTCSession, { type InviteResponse } from "jssip/lib/RTCSession.js";

/**
 * Hangs up on whoever answers a call that somebody else has answered already, as forking proxies let happen.
 *
 * Unpatched, JsSIP sends ACK and BYE to the one who answered first: it ends the call that the agent has, and leaves the
 * other one hanging.
 */
export function hangUpOnLaterAnswers(): void {
  const prototype = RTCSession.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const receive = prototype._receiveInviteResponse;
  prototype._receiveInviteResponse = function (response) {
    if (!isLaterAnswer(this._dialog, response)) {
      receive.call(this, response);
      return;
    }
    const theirs = new Dialog(this, response, "UAC");
    if (theirs.error !== undefined) return;
    theirs.sendRequest("ACK");
    theirs.sendRequest("BYE");
    theirs.terminate();
  };
}

function isLaterAnswer(dialog: Dialog | null, response: InviteResponse): boolean {
  const { status_code: status, to_tag: tag } = response;
  return dialog !== null && status >= 200 && status < 300 && dialog.id.remote_tag !== tag;
}
