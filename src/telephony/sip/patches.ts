import Dialog from "jssip/lib/Dialog.js";
import DialogRequestSender from "jssip/lib/Dialog/RequestSender.js";
import DigestAuthentication from "jssip/lib/DigestAuthentication.js";
import Registrator from "jssip/lib/Registrator.js";
import RequestSender from "jssip/lib/RequestSender.js";
import RTCSession from "jssip/lib/RTCSession.js";
import Transport from "jssip/lib/Transport.js";
import Utils from "jssip/lib/Utils.js";
import { answerChallenges } from "./authentication.ts";
import { hangUpOnLaterAnswers } from "./later-answers.ts";
import { acknowledgeProgress } from "./reliable-progress.ts";
import { lengthenIntervals } from "./session-interval.ts";

const needed: readonly (readonly [name: string, prototype: object, members: readonly string[]])[] =
  [
    ["Dialog", Dialog.prototype, ["_checkInDialogRequest", "uac_pending_reply"]],
    [
      "RTCSession",
      RTCSession.prototype,
      [
        ...["_sendReinvite", "onTransportError", "onRequestTimeout", "isReadyToReOffer"],
        "onDialogError",
        ...["receiveRequest", "_failed", "_runSessionTimer", "_sendUpdate"],
        ...["_onhold", "_onunhold", "_receiveRefer", "sendRequest", "_receiveInviteResponse"],
      ],
    ],
    ["DialogRequestSender", DialogRequestSender.prototype, ["_receiveResponse"]],
    ["DigestAuthentication", DigestAuthentication.prototype, ["authenticate"]],
    ["RequestSender", RequestSender.prototype, ["_receiveResponse", "send"]],
    ["Registrator", Registrator.prototype, ["unregister"]],
    ["Transport", Transport.prototype, ["_reconnect"]],
    ["Utils", Utils, ["calculateMD5", "newTag"]],
  ];

/**
 * Fails at start-up, not in the middle of a call, when JsSIP is not the one this folder was written for.
 *
 * @throws `Error` that names what is missing.
 */
export function checkPrivateNames(): void {
  const missing = needed.flatMap(([name, prototype, members]) =>
    members.filter((member) => !(member in prototype)).map((member) => `${name}.${member}`),
  );
  if (missing.length > 0) throw new Error(`This JsSIP has no ${missing.join(", ")}`);
}

let patched = false;

/** Mends JsSIP where it has no setting for it. Once for all; more often does nothing. */
export function patchJsSip(): void {
  if (patched) return;
  patched = true;
  stopAtGlare();
  answerChallenges();
  lengthenIntervals();
  acknowledgeProgress();
  hangUpOnLaterAnswers();
  offerAnewAfterGlare();
  // The trunk below it does, faster, and knows of other servers.
  Transport.prototype._reconnect = () => undefined;
}

/**
 * Makes JsSIP stop after its 491 to an offer that crosses ours.
 *
 * Unpatched, it answers 491 and then processes the offer all the same, which breaks the call
 * (versatica/JsSIP#771).
 */
function stopAtGlare(): void {
  const prototype = Dialog.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const check = prototype._checkInDialogRequest;
  prototype._checkInDialogRequest = function (request) {
    const offers =
      request.method === "INVITE" || (request.method === "UPDATE" && Boolean(request.body));
    const glare = offers && this.uac_pending_reply;
    return check.call(this, request) && !glare;
  };
}

/**
 * Makes a 491 to an offer of ours a failure like any other.
 *
 * Unpatched, JsSIP says nothing of it and sends the very same request once more after a second, whose number in the
 * sequence is an old one by then: the other side has to refuse it. Our offers are made anew instead.
 */
function offerAnewAfterGlare(): void {
  const prototype = DialogRequestSender.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const receive = prototype._receiveResponse;
  prototype._receiveResponse = function (response) {
    if (response.status_code === 491) this._reattempt = true;
    receive.call(this, response);
  };
}
