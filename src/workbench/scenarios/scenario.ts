import type { ConsoleFeatures } from "../console/features.ts";
import type { Args } from "../wire/args.ts";
import type { Payload } from "../wire/payload.ts";

/** An answer that is about to be sent, for a scenario to tamper with. */
export interface Answer {
  readonly api: "interaction" | "integration" | "entityFeed";
  /** The wire's name of the method, without its counter. */
  readonly method: string;
  readonly payload: Payload;
}

/** One message that is sent for an {@link Answer}. */
export interface Delivery {
  /** Milliseconds to wait first. */
  readonly after: number;
  readonly payload: Payload;
}

/** A quirk of Salesforce, named, so that a person can open it and a test can use it. */
export interface Scenario {
  /** Selects it in an address: `?scenario=answers-twice`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for a person: what is odd here. */
  readonly story: string;
  /** What becomes of an answer; absent: it is sent once, at once, as it is. */
  readonly deliver?: (answer: Answer) => readonly Delivery[];
  /** Posted to the softphone before each answer: what other software in the window says. */
  readonly foreign?: readonly unknown[];
  /** Why a method is refused, before anything is done; `undefined` lets it be played. */
  readonly refuse?: (
    request: Pick<Answer, "api" | "method"> & { readonly args: Args },
  ) => string | undefined;
  /** What the administrator of the console switched on. */
  readonly features?: ConsoleFeatures;
  /** Milliseconds after the softphone's first message at which the agent is logged out. */
  readonly logOutAfter?: number;
  /** The toolkit version that the stand-ins are to play; put into the softphone's address as `toolkitVersion`. */
  readonly toolkitVersion?: string;
}
