import Dialog from "jssip/lib/Dialog.js";
import RTCSession from "jssip/lib/RTCSession.js";

const needed: readonly (readonly [name: string, prototype: object, members: readonly string[]])[] =
  [
    ["Dialog", Dialog.prototype, ["_checkInDialogRequest", "uac_pending_reply"]],
    [
      "RTCSession",
      RTCSession.prototype,
      ["_sendReinvite", "onTransportError", "onRequestTimeout", "isReadyToReOffer"],
    ],
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

let stopped = false;

/**
 * Makes JsSIP stop after its 491 to an offer that crosses ours.
 *
 * Unpatched, it answers 491 and then processes the offer all the same, which breaks the call
 * (versatica/JsSIP#771).
 */
export function stopAtGlare(): void {
  if (stopped) return;
  stopped = true;
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
