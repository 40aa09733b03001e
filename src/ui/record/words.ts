import type { CallFact } from "../../softphone/states.ts";

// What an agent reads of the records that belong to a call.

export const recordWords = {
  facts: "About this call",
  unknown: "Unknown number",
  whichRecord: "Who is it?",
  newRecord: "New",
  show: "Show",
  editing: "You are editing this page, so nothing was opened: what is not saved would be lost.",
  openAnyway: "Open anyway",
} as const;

/** How a fact of a call is called. */
export const factWords: Record<CallFact, string> = {
  caller: "Caller",
  dialled: "Dialed",
  queue: "Queue",
  segment: "Segment",
};

/** How many records could be meant. */
export function matchesText(count: number): string {
  return `${count} records could be meant.`;
}
