import type { PastedNumbers } from "../../softphone/pasted-numbers.ts";
import type { ListOutcome, ListProblem, ListRow, ListSnapshot } from "../../softphone/states.ts";

// Loaded with the panel, apart from the words that every page needs at once.

export const listWords = {
  panel: "Calling list",
  paste: "Numbers to call, one on each line",
  make: "Make a list",
  none: "There is no number in this text.",
  pasted: "Pasted numbers",
  progress: "Progress",
  call: "Call this number",
  skip: "Skip",
  notes: "Notes for this call",
  later: "Call back at",
  putOff: "Call back then",
  pause: "Pause",
  goOn: "Go on",
  start: "Start",
  progressive: "Call the next number by itself",
  next: "Next",
  past: "Done",
  close: "Put the list away",
  reallyClose: "Some numbers are not called yet. Put the list away?",
  yes: "Put it away",
  no: "Keep it",
} as const;

/** What will become of a text that was pasted: `2 numbers. Left out: "Name;Phone".` */
export function pastedText({ rows, left }: PastedNumbers): string {
  const some = left.slice(0, 3).map((line) => `"${line.slice(0, 40)}"`);
  const more = left.length > some.length ? ` and ${left.length - some.length} more lines` : "";
  const numbers = rows.length === 1 ? "1 number." : `${rows.length} numbers.`;
  return left.length > 0 ? `${numbers} Left out: ${some.join(", ")}${more}.` : numbers;
}

const outcomes: Record<ListOutcome, string> = {
  abandoned: "Ended without you",
  hungUp: "Answered",
  cancelled: "Cancelled",
  answeredElsewhere: "Answered elsewhere",
  busy: "Busy",
  declined: "Declined",
  noAnswer: "No answer",
  notFound: "Not in use",
  unavailable: "Not reached",
  microphone: "No microphone",
  media: "No sound",
  connectionLost: "Connection lost",
  interrupted: "Interrupted",
  refused: "Refused",
  congested: "Network busy",
  forbidden: "Not allowed",
  incomplete: "Incomplete number",
  outOfOrder: "Out of order",
  redirected: "Redirected",
  transferred: "Transferred",
  replaced: "Replaced",
  skipped: "Skipped",
  doNotCall: "Must not be called",
  badNumber: "Not a number that can be called",
};

const problems: Record<ListProblem, string> = {
  unchecked: "It could not be found out whether this number may be called. Try again, or skip it.",
  unclear: "Several numbers could be meant. Skip it, or call it by hand.",
  notDialled: "The phone could not make this call. Try again when it is ready.",
  restarted: "The browser was closed. Go on when you are ready.",
};

/** Whom a row is about. Text of strangers: it is shown, never interpreted. */
export function rowName({ record, name, number }: ListRow): string {
  return [record?.name, name].find(Boolean) ?? number;
}

export function outcomeText({ state }: ListRow): string {
  return state.phase === "done" ? outcomes[state.outcome] : "";
}

/** How far the list is: `12 of 200, 3 later`. */
export function progressText({ done, total, later }: ListSnapshot): string {
  const rest = later > 0 ? `, ${later} later` : "";
  return `${done} of ${total}${rest}`;
}

/** Where the list is, in a sentence. */
export function phaseText(list: ListSnapshot): string {
  const { phase, mode, paused, problem, until } = list;
  if (problem) return problems[problem];
  if (phase === "waiting") return `The next number is due at ${clock(until)}.`;
  if (phase === "preview" || phase === "resting") {
    if (mode === "preview") return "Look at it, then call.";
    return paused ? "Paused." : "The next number is called when you are ready.";
  }
  return phases[phase];
}

const phases = {
  finished: "All numbers are called.",
  checking: "Checking whether it may be called …",
  placed: "This number is being called.",
} as const;

/** How the calls ended: `Answered 120, Busy 8`. */
export function outcomesText({ outcomes: counts }: ListSnapshot): string {
  return Object.entries(outcomes)
    .flatMap(([outcome, word]) => {
      const count = counts[outcome as ListOutcome]; // a key of the record above
      return count === undefined ? [] : [`${word} ${count}`];
    })
    .join(", ");
}

export function triedText(attempts: number): string {
  return attempts === 1 ? "Called once before." : `Called ${attempts} times before.`;
}

function clock(at = 0): string {
  const day = new Date(at);
  const isToday = day.toDateString() === new Date().toDateString();
  return isToday
    ? day.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : day.toLocaleString([], { dateStyle: "short", timeStyle: "short" });
}
