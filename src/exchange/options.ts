import type { ExchangeLog } from "./log.ts";
import type { Behaviour } from "./robots/behaviour.ts";
import type { DigestAlgorithm } from "./sip/digest.ts";

export type ExchangeOptions = {
  /** The domain of all addresses here, and the realm of the passwords. */
  readonly realm: string;
  /** Passwords by user. */
  readonly users: Readonly<Record<string, string>>;
  /** What stands behind a number that is neither a user nor one of 600 to 605. It comes as `+14155550142`. */
  readonly route?: (number: string) => Behaviour | undefined;
  /** @defaultValue MD5 */
  readonly algorithm?: DigestAlgorithm;
  readonly log?: ExchangeLog;
  /** Times in milliseconds, for tests. */
  readonly times?: Partial<ExchangeTimes>;
};

export type ExchangeTimes = {
  /** How long a challenge counts. */
  readonly nonceLifetime: number;
  /** How long a telephone may ring. */
  readonly ringing: number;
  /** How long any other request may go unanswered. */
  readonly answer: number;
  /** How long a settled transaction is still known, for latecomers. */
  readonly linger: number;
  /** How long a robot waits in silence before it takes the telephone for lost. */
  readonly silence: number;
};

export const usualTimes: ExchangeTimes = {
  nonceLifetime: 300_000,
  ringing: 180_000,
  answer: 32_000,
  linger: 32_000,
  silence: 180_000,
};

/** A customer who calls a user. */
export type CustomerOrder = {
  readonly from: string;
  readonly to: string;
  /** The name that is sent along. */
  readonly name?: string;
  /** Header fields for the INVITE, such as `X-Case`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds after the answer. */
  readonly hangUpAfter?: number;
  /** Milliseconds of ringing. */
  readonly cancelAfter?: number;
  /** The pitch of the customer's voice, in hertz. */
  readonly tone?: number;
};
