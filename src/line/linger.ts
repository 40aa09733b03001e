import type { Stop } from "../base/emitter.ts";

/** Does `act` after `milliseconds`, unless stopped before. */
export type Schedule = (act: () => void, milliseconds: number) => Stop;

export const schedule: Schedule = (act, milliseconds) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

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

  /** The last view is gone, or the last call ended without one. */
  start(): void {
    this.cancel();
    const { hasCalls, endCalls, close, inCall, idle } = this.#options;
    this.#stop = hasCalls()
      ? this.#options.schedule(endCalls, inCall())
      : this.#options.schedule(close, idle);
  }
}
