import type { LinePlace, WorkerLack } from "../../softphone/states.ts";

// Loaded with the panel, apart from the words that every page needs at once.

export const windowWords = {
  panel: "The phone's window",
  open: "Keep the phone in its own window",
  show: "Show the phone's window",
  outOfReach:
    "This tab cannot bring the phone's window forward: another one has opened it. Look for it behind your other windows.",
  wanted: "Calls are to be heard in the phone's own window. Open it once.",
  blocked:
    "The browser blocked the window. Allow pop-ups for this page: click the icon at the end of the address, then try again.",
  closed: "The phone's window is closed. Calls go on in this page.",
  dismiss: "Dismiss",
  releaseLost:
    "A call goes on in the previous version of the phone, which is no longer on the server: it cannot be heard here, and ends by itself.",
  isHome: "This window carries the sound of your calls. Leave it open.",
  isLine:
    "The phone lives in this window. Leave it open: calls go on whatever becomes of the pages of Salesforce.",
  newRelease: "Close this window and open it again: the phone has a new version.",
  otherHome: "Another window has the sound. Close this one.",
  asksEachPage:
    "Each page asks for the password. Ask your administrator to set a Credentials path, or keep the phone in its own window.",
  usePhoneHere: "Use the phone here",
  connecting: "Looking for the phone in Salesforce …",
  microphone: "This window needs the microphone too. Allow it when the browser asks.",
  tryAgain: "Try again",
  forgets:
    "This browser lets the phone store nothing here: each page signs in anew, and a call ends with its page. Allow the phone's address to store data.",
  orWindow: "Or keep the phone in its own window.",
} as const;

/** Which way is in force, for the administrator who looks. */
export const ways: Record<LinePlace, string> = {
  worker: "Calls outlive page loads in the background.",
  window: "Calls are heard in the phone's own window.",
  page: "Each page signs in anew, and takes the call of the page before it over, where the telephone system allows it.",
};

/** Why the phone does not live in the background. */
export const lacks: Record<WorkerLack, string> = {
  missing: "This browser has no shared workers.",
  brief: "This browser keeps no shared worker from one page to the next.",
  ended: "This browser ended the phone's worker with its page.",
  foreign: "The phone has a new version: reload the page.",
  unreachable: "The phone's worker could not be started; it is tried again later.",
  refused: "This browser lets the phone store nothing here.",
};
