import type { DesktopModel } from "../../softphone/day/desktop-model.ts";
import type { KeyCommand } from "../../softphone/day/keys.ts";
import type { NoticeKind } from "../../softphone/notice-model.ts";
import type { DeedState, PresenceSnapshot } from "../../softphone/states.ts";

type DesktopState = DesktopModel["state"]["value"];

// Loaded with what needs them, apart from the words that every page needs at once.

export const dayWords = {
  presence: "Presence",
  afterwards: "Afterwards",
  ready: "Ready",
  notReady: "Not ready",
  otherWork: "Other work",
  done: "Done",
} as const;

/** What the agent does just now, where the choice below it does not say so. */
export const phases: Record<PresenceSnapshot["phase"], string> = {
  ready: "",
  notReady: "",
  onCall: "On a call",
  wrapUp: "Wrap-up",
};

/** On the button that makes the wrap-up longer. */
export function moreText(seconds: number): string {
  return `${seconds} s more`;
}

/** What a desktop notification says. */
export const desktopWords = {
  title: "Incoming call",
  answer: "Answer",
  decline: "Decline",
} as const;

export const noticeWords = {
  heading: "How to tell me of a call",
  ask: "Allow desktop notifications",
  keysHeading: "Keys",
  console: "In the console the administrator can give the same a shortcut of its own.",
} as const;

export const notices: Record<NoticeKind, string> = {
  ring: "Ring",
  forward: "Show the phone",
  button: "Mark its button",
  blink: "Blink",
  title: "Browser title",
  desktop: "Desktop notification",
};

/** Where desktop notifications cannot be had, and what to do about it. */
export const desktopStates: Record<DesktopState, string> = {
  impossible: "The browser allows these in the phone's own window only.",
  offered: "",
  denied: "The browser blocks these: allow them beside the address.",
  granted: "",
};

export const keyTexts: Record<KeyCommand, string> = {
  answer: "Answer",
  hangUp: "Hang up",
  mute: "Mute",
  hold: "Hold, or go on",
  show: "Show the phone",
  dialSelected: "Call the selected number",
  record: "Go to the call's record",
};

export const logWords = {
  heading: "Log",
  relatedTo: "Related to",
  nothing: "Nothing",
  outcome: "Outcome",
  type: "Type",
  quickText: "Quick text",
  subject: "Subject",
  asUsual: "As usual",
  choose: "Choose …",
  followUp: "Follow up",
  followUpSubject: "What is to be done",
  followUpDay: "Day",
  tryAgain: "Save the follow-up again",
  saveAgain: "Save a second follow-up",
  look: "Look for the follow-up",
  isThere: "The follow-up is there",
} as const;

/** A log without some of its fields. */
export function leftText(fields: readonly string[]): string {
  return `Logged without ${fields.join(", ")}: Salesforce did not accept these from you.`;
}

/** What became of the follow-up. */
export const followUpStates: Record<DeedState, string> = {
  none: "",
  doing: "Saving the follow-up …",
  done: "Follow-up saved",
  failed: "Follow-up not saved",
  skipped: "There is no Salesforce to save the follow-up in",
  maybe:
    "Follow-up maybe saved: Salesforce did not answer. Look at the record before you save it again.",
};
