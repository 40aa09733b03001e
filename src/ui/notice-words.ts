import type { HostErrorCode, LineSnapshot, PhoneErrorCode } from "../softphone/states.ts";

// What an agent reads when something is not as it should be. Loaded with the notices, as most pages show none.

/** What is wrong with the CRM; calls go on all the same. */
export const hostProblems: Record<HostErrorCode, string> = {
  noAddress:
    "Salesforce did not say who it is. Calls work, but records do not open and nothing is logged. Reload the page.",
  noScript:
    "A part of Salesforce did not load. Calls work, but records do not open and nothing is logged.",
  silent:
    "Salesforce does not answer. Calls work, but records may not open and calls may not be logged.",
  refused: "Salesforce refused to answer. Calls work, but records may not open.",
  unsupported: "This version of Salesforce cannot do all the phone needs. Calls work.",
  failed: "Salesforce answered something the phone does not understand. Calls work.",
};

/** A number that was dialled too early. */
export function waitingText(number: string): string {
  return `Calls ${number} as soon as the phone is ready.`;
}

/** For items of the call centre that hold nothing useful. */
export function wrongItemsText(items: readonly string[]): string {
  return `Ask your administrator to check the call center's settings: ${items.join(", ")}.`;
}

export const phoneProblems: Record<PhoneErrorCode, string> = {
  notRegistered: "The phone is not signed in: no call can be made.",
  badNumber: "This is not a number that can be called.",
  tooManyCalls: "No more calls at the same time. End one first.",
};

/** What the browser cannot keep; calls go on all the same. */
export const storageProblems: Record<NonNullable<LineSnapshot["storage"]>, string> = {
  refused:
    "This browser stores nothing for the phone. Calls work, but notes and logs that are not saved yet are lost when it closes.",
  full: "This computer's storage is full. Calls work, but notes and logs that are not saved yet are lost when the browser closes.",
};
