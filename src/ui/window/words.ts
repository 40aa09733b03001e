import type { LinePlace } from "../../softphone/states.ts";

// Loaded with the panel, apart from the words that every page needs at once.

export const windowWords = {
  panel: "The phone's window",
  open: "Keep the phone in its own window",
  wanted: "Calls are to be heard in the phone's own window. Open it once.",
  blocked:
    "The browser blocked the window. Allow pop-ups for this page: click the icon at the end of the address, then try again.",
  closed: "The phone's window is closed. Calls go on in this page.",
  isHome: "This window carries the sound of your calls. Leave it open.",
  connecting: "Looking for the phone in Salesforce …",
  microphone: "This window needs the microphone too. Allow it when the browser asks.",
  tryAgain: "Try again",
} as const;

/** Which way is in force, for the administrator who looks. */
export const ways: Record<LinePlace, string> = {
  worker: "Calls outlive page loads in the background.",
  window: "Calls are heard in the phone's own window.",
  page: "This browser keeps no line in the background: each page signs in anew.",
};
