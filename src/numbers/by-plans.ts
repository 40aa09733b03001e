import { complete, dial, type DialCircumstances, type Dialled, type DialPlan } from "./dialled.ts";
import type { KnownNumber, NumberingPlans } from "./numbering-plans.ts";
import { plainTarget, targetOf, type DialRules } from "./targets.ts";
import type { DigitsWritten } from "./written-number.ts";

interface Known extends DialCircumstances {
  readonly plans: NumberingPlans;
}

/** Decides by the numbering plans; `undefined` when they make no sense of the number. */
export function byPlans(read: DigitsWritten, known: Known): DialPlan | undefined {
  const { rules, country } = known;
  if (read.plus) return withPlus(`+${read.digits}`, known);
  if (rules.homeCountry === "" && country === undefined) return undefined;
  return (
    atHomeOrThere(read.digits, known) ?? alreadyPrefixed(read, known) ?? plusMissing(read, known)
  );
}

/** What is taken for a trunk prefix may be left out of a good number only: `+44 (0)20 …`. */
function withPlus(written: string, { rules, plans }: Known): DialPlan | undefined {
  const number = plans.read(written);
  if (!number?.isValid && number?.e164 !== written) return undefined;
  return dialKnown(number, rules);
}

/** Home comes first, but for a number that exists in the record's country. */
function atHomeOrThere(digits: string, { rules, plans, country }: Known): DialPlan | undefined {
  const here = plans.read(digits, rules.homeCountry);
  const there = country === rules.homeCountry ? undefined : plans.read(digits, country);
  if (there?.isValid) return fromRecord(there, here, rules);
  return here?.isPossible ? dialKnown(here, rules) : undefined;
}

/** A number that is good in both countries may be either's. */
function fromRecord(there: KnownNumber, here: KnownNumber | undefined, rules: DialRules): DialPlan {
  const theirs = { ...dialled(there, rules), reason: "recordCountry" as const };
  if (!here?.isValid || here.e164 === there.e164) return { outcome: "dial", ...theirs };
  return { outcome: "ask", question: "whichCountry", choices: [dialled(here, rules), theirs] };
}

/** The agent, or the list, has put the prefixes there: they are not to be dialled twice. */
function alreadyPrefixed({ digits }: DigitsWritten, { rules, plans }: Known): DialPlan | undefined {
  const { outside, international, homeCountry } = rules;
  const isPrefixed = outside + international !== "" && digits.startsWith(outside);
  if (!isPrefixed) return undefined;
  const rest = digits.slice(outside.length);
  const number = abroad(rest, international, plans) ?? plans.read(rest, homeCountry);
  if (!number?.isPossible) return undefined;
  return dial({ ...dialled(number, rules), target: digits, reason: "prefixed" });
}

function abroad(digits: string, prefix: string, plans: NumberingPlans): KnownNumber | undefined {
  if (prefix === "" || !digits.startsWith(prefix)) return undefined;
  const number = plans.read(`+${digits.slice(prefix.length)}`);
  return number?.isValid ? number : undefined;
}

/** It would be another country's number if it had a plus: nobody but the agent knows whether it was forgotten. */
function plusMissing(read: DigitsWritten, { rules, plans }: Known): DialPlan | undefined {
  const number = plans.read(`+${read.digits}`);
  if (!number?.isValid || rules.homeCountry === "") return undefined;
  const other = asWritten(read, rules);
  return { outcome: "ask", question: "plusMissing", choices: [dialled(number, rules), other] };
}

function dialKnown(number: KnownNumber, rules: DialRules): DialPlan {
  return { outcome: "dial", ...dialled(number, rules) };
}

function dialled(number: KnownNumber, rules: DialRules): Dialled {
  const { target, isHome } = targetOf(number, rules);
  return complete({
    target,
    reason: isHome ? "national" : "international",
    reads: isHome ? number.national : number.international,
    ...(number.country && { country: number.country }),
  });
}

/** As nothing more is known: with the prefixes that its length asks for. */
export function asWritten({ digits, plus }: DigitsWritten, rules: DialRules): Dialled {
  const target = plainTarget(digits, plus, rules);
  return complete({ target, reason: "asWritten", reads: `${plus ? "+" : ""}${digits}` });
}
