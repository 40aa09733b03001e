import type { Stop } from "../base/emitter.ts";
import type { Schedule } from "../base/schedule.ts";

export interface LingerOptions {
  /** Milliseconds a running call is kept without any view. */
  readonly inCall: () => number;
  /** Milliseconds an idle line is kept without any view. */
  readonly idle: number;
  readonly schedule: Schedule;
  readonly hasCalls: () => boolean;
  readonly endCalls: () => void;
  readonly close: () => void;
}

/** Ends a line that nobody looks at any more: first its calls, then itself. */
export class Linger {
  readonly #options: LingerOptions;
  #stop: Stop | undefined;

  constructor(options: LingerOptions) {
    this.#options = options;
  }

  /** A view came. */
  cancel(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** The last view is gone, or a call began or ended without one. */
  start(): void {
    this.cancel();
    const { hasCalls, endCalls, close, inCall, idle } = this.#options;
    this.#stop = hasCalls()
      ? this.#options.schedule(endCalls, inCall())
      : this.#options.schedule(close, idle);
  }
}
