import facts from "../../fixtures/open-cti-classic.json";

/** What a method's answer means. */
export type ResultKind = "done" | "answer" | "json" | "id" | "text" | "event" | "none";

/** A method of Open CTI for Classic, as its documentation has it. */
export interface MethodFacts {
  /** Below `sforce.interaction`: `screenPop`, `cti.onClickToDial`. */
  readonly name: string;
  readonly since: string;
  readonly result: ResultKind;
  /** What a result or event holds, parsed. */
  readonly examples?: readonly object[];
}

// TypeScript reads texts in JSON as any text.
export const openCtiFacts = facts.methods as readonly MethodFacts[];
