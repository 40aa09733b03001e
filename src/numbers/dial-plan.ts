import { asWritten, byPlans } from "./by-plans.ts";
import {
  dial,
  type DialCircumstances,
  type Dialled,
  type DialPlan,
  type DialReason,
} from "./dialled.ts";
import { isEmergencyAnywhere, isEmergencyIn } from "./emergency.ts";
import type { DialRules } from "./targets.ts";
import { readNumber, type DigitsWritten } from "./written-number.ts";

/** E.164 has fifteen; prefixes and calling codes that are dialled come on top. */
const mostDigits = 24;

/** Decides what to dial for a number as it is written, by the administrator's rules. Never throws. */
export function planDial(written: string, circumstances: DialCircumstances): DialPlan {
  const read = readNumber(written);
  switch (read.kind) {
    case "nothing":
      return { outcome: "none", problem: "noNumber" };
    case "address":
      return dial({ target: read.address, reason: "address" });
    case "name":
      return dial({ target: read.name, reason: "name" });
    case "several":
      return askWhich(read.texts, circumstances);
    case "number":
      return planNumber(read, circumstances);
  }
}

function askWhich(texts: readonly string[], circumstances: DialCircumstances): DialPlan {
  const choices = texts.flatMap((text) => {
    const plan = planDial(text, circumstances);
    if (plan.outcome === "none") return [];
    return plan.outcome === "dial" ? [plan] : plan.choices;
  });
  return { outcome: "ask", question: "whichNumber", choices };
}

function planNumber(read: DigitsWritten, circumstances: DialCircumstances): DialPlan {
  const { digits, plus, afterAnswer, leftOut } = read;
  const { rules, plans } = circumstances;
  const rest = { afterAnswer, leftOut };
  const untouched = untouchedReason(read, rules);
  if (untouched) return dial({ target: digits, reason: untouched, ...rest });
  if (digits.length > (plus ? 15 : mostDigits)) return { outcome: "none", problem: "tooLong" };
  const plan = plans && byPlans(read, { ...circumstances, plans });
  return withRest(plan ?? dial(asWritten(read, rules)), rest);
}

function withRest(plan: DialPlan, rest: Pick<Dialled, "afterAnswer" | "leftOut">): DialPlan {
  if (plan.outcome === "dial") return { ...plan, ...rest };
  if (plan.outcome === "none") return plan;
  return { ...plan, choices: plan.choices.map((choice) => ({ ...choice, ...rest })) };
}

/** Help is tried first: no setting comes before it. */
function untouchedReason(
  { digits, plus }: DigitsWritten,
  rules: DialRules,
): DialReason | undefined {
  const isHelp = isEmergencyIn(digits, rules.homeCountry) || rules.emergency.includes(digits);
  if (isHelp) return "emergency";
  if (/[*#]/.test(digits)) return "code";
  if (plus) return undefined;
  return digits.length <= rules.internalDigits || isEmergencyAnywhere(digits)
    ? "internal"
    : undefined;
}
