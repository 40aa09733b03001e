import type { Recording } from "./recording.ts";

/** Milliseconds between two looks: half a packet of sound. */
const interval = 10;

/** Tells how long a recording that grows packet by packet stood still. */
export class GapWatch {
  readonly #timer: NodeJS.Timeout;
  #size = -1;
  #grew = performance.now();
  #looked = performance.now();
  #longest = 0;

  constructor(recording: () => Recording) {
    this.#timer = setInterval(() => this.#look(recording().size), interval);
  }

  /** The longest standstill in milliseconds since the last time this was asked. */
  take(): number {
    const longest = Math.max(this.#longest, performance.now() - this.#grew);
    this.#longest = 0;
    return Math.round(longest);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(size: number): void {
    const now = performance.now();
    // Where this process itself was held up, what the recording did meanwhile is not known.
    if (size !== this.#size || this.#size < 0) {
      const heldUp = Math.max(0, now - this.#looked - interval);
      this.#longest = Math.max(this.#longest, now - this.#grew - heldUp);
      this.#grew = now;
    }
    this.#looked = now;
    this.#size = size;
  }
}
