import type { Stop } from "../base/emitter.ts";
import type { Schedule } from "../base/schedule.ts";
import type { ToLine, WaitingDial as Waiting } from "./protocol.ts";

type Dial = Extract<ToLine, { type: "dial" }>;

/** A number that somebody dialled, and the view that did. */
export interface Wish {
  readonly view: string;
  readonly dial: Dial;
}

export interface WaitingDialOptions {
  /** Milliseconds a number is kept. */
  readonly patience: number;
  readonly schedule: Schedule;
  /** The line did not get ready in time. */
  readonly onExpired: (wish: Wish) => void;
}

/** Keeps a number that was dialled before the line was ready. The last one counts: nobody wants two calls at once. */
export class WaitingDial {
  readonly #options: WaitingDialOptions;
  #kept: { readonly wish: Wish; readonly since: number; readonly stop: Stop } | undefined;

  constructor(options: WaitingDialOptions) {
    this.#options = options;
  }

  get snapshot(): Waiting | undefined {
    return this.#kept && { target: this.#kept.wish.dial.target, since: this.#kept.since };
  }

  keep(wish: Wish): void {
    this.take();
    const { patience, schedule, onExpired } = this.#options;
    const expire = () => {
      this.#kept = undefined;
      onExpired(wish);
    };
    this.#kept = { wish, since: Date.now(), stop: schedule(expire, patience) };
  }

  /** The number, to be dialled or dropped: it is kept no longer. */
  take(): Wish | undefined {
    const kept = this.#kept;
    this.#kept = undefined;
    kept?.stop();
    return kept?.wish;
  }
}
