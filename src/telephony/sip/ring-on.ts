import Utils from "jssip/lib/Utils.js";
import type { Stop } from "../../base/emitter.ts";
import type { Invitation } from "../invitation.ts";
import type { Session } from "./session.ts";

// A call that rings while the line goes with its page: the server still waits for an answer to its INVITE, and takes
// it from whoever has that request and says the same tag.

/** Milliseconds between two questions whether the caller is still there. */
const betweenQuestions = 4_000;

/** Lets JsSIP hear a request once more that another line has heard: its answers belong to the same dialog. */
export function hearAgain({ text, tag }: Invitation, hear: (text: string) => void): void {
  const { newTag } = Utils;
  // JsSIP makes up a tag at once, and in this very call.
  Utils.newTag = () => tag;
  try {
    hear(text);
  } finally {
    Utils.newTag = newTag;
  }
}

/**
 * Asks the caller of a call that rings on whether it is still there: its CANCEL may have gone to the page that is no
 * more. Only callers that can be asked (UPDATE, RFC 3311) are.
 */
export function watchCaller(session: Session, onGone: () => void): void {
  const [dialog] = Object.values(session._earlyDialogs);
  const canBeAsked = /\bUPDATE\b/i.test(session._request.getHeader?.("Allow") ?? "");
  if (!dialog || !canBeAsked) return;
  // Higher than whatever the line before this one has asked.
  dialog._local_seqnum = Math.floor(Date.now() / 1_000) % 2 ** 30;
  const eventHandlers = { onDialogError: onGone };
  const ask = () =>
    dialog.sendRequest("UPDATE", {
      extraHeaders: [`Contact: ${session.contact}`],
      eventHandlers,
    });
  const timer = setInterval(ask, betweenQuestions);
  const stop: Stop = () => clearInterval(timer);
  for (const name of ["accepted", "failed", "ended"] as const) session.on(name, stop);
  // Once it has been told that it rings.
  session.once("progress", ask);
}
