import type { CrmStatus } from "../softphone/crm-model.ts";
import type {
  CallSnapshot,
  LineSnapshot,
  Registration,
  RegistrationProblem,
  Surface,
} from "../softphone/states.ts";

// Every word an agent reads on most pages; what is shown now and then has its words beside it. A record over every code: a code without words does not compile.

export const words = {
  softphone: "Softphone",
  number: "Number",
  call: "Call",
  keypad: "Keypad",
  cancel: "Cancel",
  signIn: "Sign in",
  signOut: "Sign out",
  user: "User",
  password: "Password",
  server: "Server address",
  domain: "Domain",
  tryAgain: "Try again",
  soundOff: "You will not hear calls ring yet.",
  turnOnSound: "Turn on sound",
  opening: "Starting the phone …",
} as const;

const registrationProblems: Record<RegistrationProblem, string> = {
  wrongPassword: "User or password is wrong.",
  unreachable: "The telephone exchange cannot be reached. Trying again …",
  refused: "The telephone exchange refused this phone. Trying again …",
  timeout: "The telephone exchange does not answer. Trying again …",
};

const registrations: Record<Exclude<Registration["phase"], "failed">, string> = {
  signedOut: "Signed out.",
  registering: "Signing in …",
  registered: "Registered.",
  reconnecting: "The connection is lost. Reconnecting …",
};

/** The line's state in a sentence. */
export function lineText(
  registration: Registration | undefined,
  otherRelease?: LineSnapshot["otherRelease"],
): string {
  if (otherRelease) return otherReleases[otherRelease];
  if (!registration) return words.opening;
  return registration.phase === "failed"
    ? registrationProblems[registration.problem]
    : registrations[registration.phase];
}

const places: Record<Surface, string> = {
  console: "In the console.",
  tabs: "In Salesforce.",
  none: "On its own, without Salesforce.",
};

/** Where the softphone finds itself, in a sentence. */
export function crmText(status: CrmStatus): string {
  switch (status.phase) {
    case "connecting":
      return "";
    case "ready":
      return places[status.surface];
    case "failed":
      return "Without Salesforce.";
  }
}

const otherReleases: Record<NonNullable<LineSnapshot["otherRelease"]>, string> = {
  older: "Waiting: a call goes on in the previous version of the phone.",
  same: "The phone is in use in another tab.",
  newer: "A newer version of the phone is open in another page. Reload this page.",
};

/** What the softphone's button in the CRM says while a call comes in. */
export function buttonText(call: CallSnapshot | undefined): string {
  if (!call) return "Phone: click for sound";
  const { remote } = call;
  return `Call: ${remote.name ?? remote.number}`;
}

/** Names of the dial pad's keys where the sign alone says too little. */
export const keyNames: Readonly<Record<string, string>> = { "*": "star", "#": "pound" };
