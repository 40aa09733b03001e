import { wasCutOff } from "../../softphone/call-log.ts";
import type {
  CallSnapshot,
  DeedState,
  EndReason,
  HeldBy,
  MicrophoneProblem,
  Party,
  Transfer,
} from "../../softphone/states.ts";

// What an agent reads of calls. Loaded with their cards, apart from the words that every page needs at once.

export const callWords = {
  answer: "Answer",
  decline: "Decline",
  more: "More …",
  sayBusy: "Busy",
  sayUnavailable: "Not here",
  toVoicemail: "To voicemail",
  sendTo: "Send to",
  send: "Send",
  hangUp: "Hang up",
  mute: "Mute",
  hold: "Hold",
  resume: "Resume",
  swap: "Swap",
  transfer: "Transfer",
  transferTo: "Transfer to",
  askFirst: "Ask first",
  sendNow: "Transfer now",
  park: "Park",
  badTarget: "This is not a number that can be called.",
  keys: "Keys",
  keysToPress: "Keys to press",
  press: "Press",
  merge: "Merge",
  notes: "Notes",
  dismiss: "Dismiss",
  callBack: "Call back",
  soundElsewhere: "You hear this call in another tab.",
  soundHere: "Move the sound here",
  saveAgain: "Save again",
  look: "Look",
  isThere: "It is there",
  drop: "Drop it for good",
  keep: "Keep it",
  reallyDrop: "This call is not in Salesforce. Drop its log and notes?",
  exportPending: "Export",
} as const;

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
  congested: "The telephone network is busy. Try again in a moment.",
  forbidden: "This call is not allowed from your phone.",
  incomplete: "The number is incomplete.",
  outOfOrder: "The line of the other side is out of order.",
  redirected: ({ to }) => `Sent to ${to}.`,
  media: "The sound could not be set up.",
  connectionLost: "The connection was lost.",
  abandoned: "Nobody had the phone open, so the call was ended.",
  interrupted: "The browser stopped during this call.",
};

const holds: Record<HeldBy, string> = {
  us: "On hold",
  them: "The other side has put you on hold",
  both: "On hold, by both sides",
};

type Ended = Pick<CallSnapshot, "direction"> & {
  readonly state: Extract<CallSnapshot["state"], { phase: "ended" }>;
};

const cutOff: Record<CallSnapshot["direction"], string> = {
  incoming: "Missed call: the page changed while it rang.",
  outgoing: "The page changed before anybody answered, and the call was given up.",
};

/** Why a call is over, in words. */
function endText({ direction, state }: Ended): string {
  const { reason } = state;
  if (wasCutOff({ state })) return cutOff[direction];
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
      return endText({ direction, state });
  }
}

/** What is wrong with a call's sound; empty when nothing is. `silent`: it is not expected back by itself. */
export function soundText({ sound }: CallSnapshot, silent: boolean): string {
  if (!sound) return "";
  if (sound.phase === "resuming")
    return silent ? `No sound since ${timeOfDay(sound.since)}.` : "The sound is coming back …";
  if (sound.phase === "refused")
    return `No sound: the other side refused to go on after the page change (${sound.status}).`;
  return sound.microphone ? `Microphone lost. ${microphoneProblems[sound.microphone]}` : "";
}

function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString();
}

/** Words that name another call's other side. */
export const namedWords = {
  connect: (name: string) => `Connect with ${name}`,
  back: (name: string) => `Back to ${name}`,
  merge: (name: string) => `Merge with ${name}`,
  alone: (name: string) => `Talk to ${name} alone`,
} as const;

/** The other side, in as few words as will do. */
export function shortName({ remote }: CallSnapshot): string {
  return remote.name ?? remote.number;
}

/** What resuming or holding does: with another call that is talked in, the two change places. */
export function holdWord(held: boolean, partners: readonly CallSnapshot[]): string {
  if (!held) return callWords.hold;
  const isOtherUp = partners.some(({ state }) => state.phase === "connected" && !state.heldBy);
  return isOtherUp ? callWords.swap : callWords.resume;
}

const transfers: Readonly<Record<Transfer["phase"], (transfer: Transfer) => string>> = {
  asked: ({ to }) => `Transferring to ${to} …`,
  ringing: ({ to }) => `Transferring: it rings at ${to} …`,
  failed: (transfer) => `${transferProblem(transfer)} You are still in the call.`,
};

function transferProblem(transfer: Transfer): string {
  const { to } = transfer;
  const status = transfer.phase === "failed" ? transfer.status : undefined;
  if (status === undefined) return `Transfer to ${to}: no news came back.`;
  const why = refusals[status];
  return why ? `Transfer to ${to}: ${why}.` : `The transfer to ${to} was refused (${status}).`;
}

const refusals: Readonly<Partial<Record<number, string>>> = {
  403: "it is not allowed",
  404: "this number is not in use",
  405: "the other side cannot be transferred",
  408: "nobody answered",
  480: "nobody can be reached there",
  484: "this number is not in use",
  486: "it is busy",
  487: "nobody answered",
  501: "the other side cannot be transferred",
  600: "it is busy",
  603: "it was declined",
};

/** How a call stands to the agent's others, as far as its state does not say it. */
export function arrangementText(call: CallSnapshot): string {
  const { transferring, inConference, keysLeft, holdRefused } = call;
  return [
    transferring && transfers[transferring.phase](transferring),
    inConference && "In a conference.",
    holdRefused && `The other side does not take part in hold (${holdRefused}).`,
    keysLeft && `Keys to press: ${keysLeft}`,
  ]
    .filter(Boolean)
    .join(" ");
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
      return endText({ direction, state });
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
  if (wasCutOff({ state })) return "";
  return state.phase === "ended" && state.reason.kind === "interrupted"
    ? "Found after an interruption. Length and notes are what was known until then."
    : "Kept from before: its log was not saved yet.";
}

/** The heading of the calls whose log or follow-up is not safe. */
export function pendingText(count: number): string {
  return `Not saved yet (${count})`;
}

/** Minutes and seconds, with hours when there are any: `0:12`, `1:02:03`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => String(part).padStart(index === 0 ? 1 : 2, "0")).join(":");
}
