import type { PresenceSnapshot } from "../../softphone/states.ts";

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
