import type { CrmStatus } from "../softphone/crm-model.ts";
import type {
  CallSnapshot,
  DeedState,
  EndReason,
  HeldBy,
  HostErrorCode,
  LineSnapshot,
  MicrophoneProblem,
  Party,
  PhoneErrorCode,
  Registration,
  RegistrationProblem,
  Surface,
} from "../softphone/states.ts";

// Every word an agent reads. A record over every code: a code without words does not compile.

export const words = {
  softphone: "Softphone",
  number: "Number",
  call: "Call",
  answer: "Answer",
  decline: "Decline",
  hangUp: "Hang up",
  mute: "Mute",
  notes: "Notes",
  keypad: "Keypad",
  dismiss: "Dismiss",
  cancel: "Cancel",
  callBack: "Call back",
  soundElsewhere: "You hear this call in another tab.",
  soundHere: "Move the sound here",
  signIn: "Sign in",
  signOut: "Sign out",
  user: "User",
  password: "Password",
  server: "Server address",
  domain: "Domain",
  tryAgain: "Try again",
  saveAgain: "Save again",
  look: "Look",
  isThere: "It is there",
  drop: "Drop it for good",
  keep: "Keep it",
  reallyDrop: "This call is not in Salesforce. Drop its log and notes?",
  exportPending: "Export",
  whichRecord: "Who is it?",
  soundOff: "You will not hear calls ring yet.",
  turnOnSound: "Turn on sound",
  badNumber: "This is not a number that can be called.",
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
  badNumber: words.badNumber,
  tooManyCalls: "No more calls at the same time. End one first.",
};

const microphoneProblems: Record<MicrophoneProblem, string> = {
  refused:
    "The microphone is blocked. Allow it: click the icon beside the browser's address, then call again.",
  blockedByPage:
    "Salesforce does not let the phone use the microphone. Ask your administrator to allow it.",
  missing: "No microphone was found. Plug in your headset, then call again.",
  busy: "Another program uses the microphone. Close it, then call again.",
};

type Ends = {
  readonly [Kind in EndReason["kind"]]:
    string | ((reason: Extract<EndReason, { readonly kind: Kind }>) => string);
};

const ends: Ends = {
  hungUp: ({ by }) => (by === "us" ? "You hung up." : "The other side hung up."),
  cancelled: ({ by }) => (by === "us" ? "Cancelled." : "Missed call."),
  declined: ({ by }) => (by === "us" ? "You declined." : "The other side declined."),
  microphone: ({ problem }) => microphoneProblems[problem],
  transferred: ({ to }) => `Transferred to ${to}.`,
  replaced: "Goes on as another call.",
  refused: ({ phrase, status }) => `The call was refused: ${phrase} (${status}).`,
  answeredElsewhere: "Answered on another phone.",
  busy: "Busy.",
  noAnswer: "No answer.",
  notFound: "This number is not in use.",
  unavailable: "Cannot be reached at the moment.",
  media: "The sound could not be set up.",
  connectionLost: "The connection was lost.",
  interrupted: "The browser stopped during this call.",
};

const holds: Record<HeldBy, string> = {
  us: "On hold",
  them: "The other side has put you on hold",
  both: "On hold, by both sides",
};

/** Why a call is over, in words. */
function endText(reason: EndReason): string {
  // The record has for each kind the text of that kind, which the compiler cannot follow through an index.
  const text = ends[reason.kind] as string | ((reason: EndReason) => string);
  return typeof text === "string" ? text : text(reason);
}

/** The other side, as an agent knows it. Text of a stranger: it is shown, never interpreted. */
function nameOf({ name, number }: Party): string {
  return name ? `${name}, ${number}` : number;
}

/** The call's state in a sentence, without the seconds, which would be read aloud one by one. */
export function callText({ direction, remote, state }: CallSnapshot): string {
  switch (state.phase) {
    case "dialing":
      return `Calling ${nameOf(remote)} …`;
    case "ringing":
      return direction === "incoming"
        ? `Incoming call. Ringing: ${nameOf(remote)}`
        : `Ringing: ${nameOf(remote)}`;
    case "connected":
      return state.heldBy ? holds[state.heldBy] : "Connected";
    case "ended":
      return endText(state.reason);
  }
}

/** What is wrong with a call's sound; empty when nothing is. */
export function soundText({ sound }: CallSnapshot): string {
  if (!sound) return "";
  if (sound.phase === "resuming") return "The sound is coming back …";
  if (sound.phase === "refused")
    return `No sound: the other side refused to go on after the page change (${sound.status}).`;
  return sound.microphone ? `Microphone lost. ${microphoneProblems[sound.microphone]}` : "";
}

/** How long the sound was gone at a page change. */
export function gapText(gap: number): string {
  return `Sound back after ${(gap / 1000).toFixed(1)} s`;
}

/** The call's state on its card, where the other side's name is beside it. */
export function phaseText({ direction, state }: CallSnapshot): string {
  switch (state.phase) {
    case "dialing":
      return "Calling …";
    case "ringing":
      return direction === "incoming" ? "Incoming call" : "Ringing …";
    case "connected":
      return state.heldBy ? holds[state.heldBy] : "Connected";
    case "ended":
      return endText(state.reason);
  }
}

export const logStates: Record<Exclude<DeedState, "none">, string> = {
  doing: "Saving …",
  done: "Logged",
  failed: "Not logged",
  skipped: "Nothing to log",
  maybe: "Maybe logged: Salesforce did not answer. Look at the record before you save again.",
};

/** Why a call is here that this line never had. */
export function recoveredText({ state }: CallSnapshot): string {
  return state.phase === "ended" && state.reason.kind === "interrupted"
    ? "Found after an interruption. Length and notes are what was known until then."
    : "Kept from before: its log was not saved yet.";
}

/** The heading of the calls whose log is not safe. */
export function pendingText(count: number): string {
  return `Not logged yet (${count})`;
}

/** What the browser cannot keep; calls go on all the same. */
export const storageProblems: Record<NonNullable<LineSnapshot["storage"]>, string> = {
  refused:
    "This browser stores nothing for the phone. Calls work, but notes and logs that are not saved yet are lost when it closes.",
  full: "This computer's storage is full. Calls work, but notes and logs that are not saved yet are lost when the browser closes.",
};

const otherReleases: Record<NonNullable<LineSnapshot["otherRelease"]>, string> = {
  older: "Waiting: another page finishes a call in the previous version of the phone.",
  newer: "A newer version of the phone is open in another page. Reload this page.",
};

/** How many records carry a call's number. */
export function matchesText(count: number): string {
  if (count === 0) return "Unknown number";
  return `${count} records have this number.`;
}

/** What the softphone's button in the CRM says while a call comes in. */
export function buttonText({ remote }: CallSnapshot): string {
  return `Call: ${remote.name ?? remote.number}`;
}

/** Minutes and seconds, with hours when there are any: `0:12`, `1:02:03`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => String(part).padStart(index === 0 ? 1 : 2, "0")).join(":");
}

/** Names of the dial pad's keys where the sign alone says too little. */
export const keyNames: Readonly<Record<string, string>> = { "*": "star", "#": "pound" };
