import type { Clock } from "./meter.ts";

const frame = 20;
/** So many milliseconds may be made up for; what is older is skipped. */
const mostLate = 60;

/**
 * Tells when the next 20 ms of sound are due.
 *
 * When the process was blocked it skips instead of sending all at once: a burst would fill the listener's buffer
 * and stay there as delay.
 */
export class Pacer {
  readonly #clock: Clock;
  readonly #send: (skipped: number) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #next: number;

  /** @param send - Sends one frame; told how many were skipped before it. */
  constructor(send: (skipped: number) => void, clock: Clock = () => performance.now()) {
    this.#send = send;
    this.#clock = clock;
    this.#next = clock();
    this.#timer = setInterval(() => this.tick(), frame / 2);
  }

  /** Sends what is due now. */
  tick(): void {
    const now = this.#clock();
    let skipped = now - this.#next > mostLate ? Math.floor((now - this.#next) / frame) : 0;
    this.#next += skipped * frame;
    while (this.#next <= now) {
      this.#next += frame;
      this.#send(skipped);
      skipped = 0;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
