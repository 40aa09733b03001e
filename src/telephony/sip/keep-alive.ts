import type { Schedule } from "../../base/schedule.ts";

export interface KeepAliveOptions {
  readonly send: (text: string) => void;
  /** An OPTIONS request, for servers that do not answer an empty message. */
  readonly options: () => string;
  /** Nothing comes back any more. */
  readonly dead: () => void;
  readonly schedule: Schedule;
}

/** Milliseconds of silence after which the server is asked whether it is there. */
const quietFor = 4_000;
/** Milliseconds it may take to answer. Together they have to stay below ten seconds. */
const patience = 2_500;

/**
 * Notices within ten seconds that a connection is dead which the browser still takes for open.
 *
 * The server is asked with an empty message (RFC 5626, 4.4.1). One that does not answer that is asked with OPTIONS,
 * which every server answers, if only with a refusal; from then on always.
 */
export class KeepAlive {
  readonly #options: KeepAliveOptions;
  #stopTimer: () => void;
  /** What the server is asked with. */
  #question: "empty" | "options" = "empty";
  #asking = false;

  constructor(options: KeepAliveOptions) {
    this.#options = options;
    this.#stopTimer = () => undefined;
    this.#rest();
  }

  /** Something came in: whatever it is, the server is there. */
  hear(): void {
    this.#asking = false;
    this.#rest();
  }

  /** Asks at once, for when there is reason to doubt. */
  check(): void {
    if (!this.#asking) this.#ask();
  }

  stop(): void {
    this.#stopTimer();
  }

  #rest(): void {
    this.#later(quietFor, () => this.#ask());
  }

  #ask(): void {
    this.#asking = true;
    const { send, options } = this.#options;
    send(this.#question === "empty" ? "\r\n\r\n" : options());
    this.#later(patience, () => this.#unanswered());
  }

  #unanswered(): void {
    if (this.#question === "options") {
      this.#options.dead();
      return;
    }
    this.#question = "options";
    this.#ask();
  }

  #later(milliseconds: number, act: () => void): void {
    this.#stopTimer();
    this.#stopTimer = this.#options.schedule(act, milliseconds);
  }
}
