import type { FindingModel } from "../../softphone/finding-model.ts";
import type { Suggestion } from "../../softphone/finding/suggestion.ts";
import type { Question } from "../../softphone/dialer-model.ts";

// What an agent reads beside the number field. Loaded with it.

export const findWords = {
  suggestions: "Who is meant",
  recents: "Recent calls",
  noRecents: "No calls yet.",
  missed: "Missed",
  incoming: "From",
  outgoing: "To",
  openRecord: "Look up the number",
  favourite: "Favourite",
} as const;

type Dialled = NonNullable<FindingModel["reading"]["value"]>;

const reasons: Record<Dialled["reason"], string> = {
  emergency: "an emergency number, dialled as it is.",
  internal: "an internal number.",
  code: "a code, dialled as it is.",
  address: "a SIP address.",
  name: "another user.",
  national: "a national number.",
  international: "another country's number.",
  recordCountry: "a number of the record's country.",
  prefixed: "with the prefixes as they are written.",
  asWritten: "as it is written.",
};

/** How a number reads, what is dialled for it, and why. */
export function readingText({
  reads,
  target,
  reason,
  country,
  afterAnswer,
  leftOut,
}: Dialled): string {
  const where = country === undefined ? "" : `, ${countryName(country)}`;
  const then = afterAnswer === "" ? "" : ` Then keys in ${afterAnswer.replace(/^,+/, "")}.`;
  const out = leftOut === "" ? "" : ` Left out: ${leftOut}.`;
  return `${reads}${where}. Dials ${target}: ${reasons[reason]}${then}${out}`;
}

/** A choice, when only the agent can know. */
export function choiceText({ reads, country }: Dialled): string {
  return country === undefined ? `${reads}, as it is written` : `${reads}, ${countryName(country)}`;
}

export const questions: Record<Question["question"], string> = {
  whichNumber: "Which number?",
  whichCountry: "In which country?",
  plusMissing: "Is it another country's number?",
};

export const kinds: Record<Suggestion["kind"], string> = {
  favourite: "Favourite",
  speedDial: "Speed dial",
  recent: "Recent",
  directory: "Directory",
  person: "Salesforce",
};

/** When a call was: the time of today's, the day of others. */
export function whenText(startedAt: number, now: number): string {
  const [then, today] = [new Date(startedAt), new Date(now)];
  return then.toDateString() === today.toDateString()
    ? then.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
    : then.toLocaleDateString([], { day: "numeric", month: "short" });
}

function countryName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
}
