import Dialog from "jssip/lib/Dialog.js";
import RTCSession, { type InviteResponse } from "jssip/lib/RTCSession.js";

/**
 * Takes leave of whoever answers a call that somebody else has answered already, as forking proxies let happen, or that
 * we gave up in that very moment; and acknowledges each answer, be the call over before our document has taken it.
 *
 * Unpatched, JsSIP sends ACK and BYE to the one who answered first: it ends the call that the agent has, and leaves the
 * other one hanging. To an answer that crosses our CANCEL it says nothing, nor to one whose call is over: whoever
 * answered talks to nobody then, and says it again for half a minute.
 */
export function hangUpOnLaterAnswers(): void {
  const prototype = RTCSession.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const receive = prototype._receiveInviteResponse;
  prototype._receiveInviteResponse = function (response) {
    const { status_code: status, to_tag: tag } = response;
    const isAnswer = status >= 200 && status < 300;
    if (isAnswer && (this.isEnded() || (this._dialog && this._dialog.id.remote_tag !== tag))) {
      takeLeave(this, response);
      return;
    }
    const isFirst = isAnswer && !this._dialog;
    receive.call(this, response);
    if (isFirst)
      this.once("ended", () => {
        if (!this._is_confirmed) takeLeave(this, response);
      });
  };
}

function takeLeave(session: RTCSession, answer: InviteResponse): void {
  const theirs = new Dialog(session, answer, "UAC");
  if (theirs.error !== undefined) return;
  theirs.sendRequest("ACK");
  // Of the one that the call was with, the end is known already.
  if (answer.to_tag !== session._to_tag) theirs.sendRequest("BYE");
  theirs.terminate();
}
