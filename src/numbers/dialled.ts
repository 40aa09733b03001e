import type { NumberingPlans } from "./numbering-plans.ts";
import type { DialRules } from "./targets.ts";

/**
 * Why a number is dialled as it is.
 *
 * - `emergency`: help is called; nothing is ever put before it.
 * - `internal`: a short number of the company.
 * - `code`: a code of the telephone system, with its `*` and `#`.
 * - `address`, `name`: a SIP address, another user.
 * - `national`, `international`: the home country's number, another country's.
 * - `recordCountry`: it makes sense in the country of the clicked record, and not at home.
 * - `prefixed`: the prefixes were written, too.
 * - `asWritten`: no numbering plan makes sense of it, or none is known.
 */
export type DialReason =
  | "emergency"
  | "internal"
  | "code"
  | "address"
  | "name"
  | "national"
  | "international"
  | "recordCountry"
  | "prefixed"
  | "asWritten";

/** What will be dialled, and why. */
export interface Dialled {
  /** For the telephone network. */
  readonly target: string;
  readonly reason: DialReason;
  /** For people. */
  readonly reads: string;
  /** Two letters, where a numbering plan knows. */
  readonly country?: string;
  /** Keyed in once somebody has answered, with its pauses: `,136`; mostly empty. */
  readonly afterAnswer: string;
  /** Words beside the number that are not dialled; mostly empty. */
  readonly leftOut: string;
}

/** What becomes of a number that somebody wants to call. */
export type DialPlan =
  | ({ readonly outcome: "dial" } & Dialled)
  /** Nobody but the agent can know: which of several numbers, or which country's. */
  | {
      readonly outcome: "ask";
      readonly question: "whichNumber" | "whichCountry" | "plusMissing";
      readonly choices: readonly Dialled[];
    }
  | { readonly outcome: "none"; readonly problem: "noNumber" | "tooLong" };

/** What is known beside the number itself. */
export interface DialCircumstances {
  readonly rules: DialRules;
  /** Absent while they are not loaded: numbers then go as they are written. */
  readonly plans?: NumberingPlans | undefined;
  /** Two letters: the country of the record the number was clicked at. */
  readonly country?: string | undefined;
}

/** What there is no dialling without. */
export type Needed = Pick<Dialled, "target" | "reason">;

/** Fills in what is mostly empty. */
export function complete(facts: Partial<Dialled> & Needed): Dialled {
  return { reads: facts.target, afterAnswer: "", leftOut: "", ...facts };
}

/** There is one thing to dial. */
export function dial(facts: Partial<Dialled> & Needed): DialPlan {
  return { outcome: "dial", ...complete(facts) };
}
