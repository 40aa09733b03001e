import type { Stop } from "../../base/emitter.ts";
import type { Answer } from "./answer.ts";
import { answerOf } from "./answer.ts";

/** One listener: what to call with an event's fields, and the function it is known by. */
export interface Hearer {
  readonly hear: (answer: Answer) => void;
  readonly listener: unknown;
}

interface About {
  readonly method: string;
  /** Hears what a listener threw. */
  readonly report: (error: unknown) => void;
  /** Called at each event, before the listeners are. */
  readonly before: (() => void) | undefined;
}

/** Gives one handler to the vendor, which cannot forget handlers, and lets any number of listeners come and go behind it. */
export class FanOut {
  readonly #about: About;
  readonly #hearers = new Set<Hearer>();

  constructor(about: About) {
    this.#about = about;
  }

  /** For the vendor. Never throws, for in the vendor's script an error would keep other pages' handlers from hearing. */
  readonly handler = (event: unknown): void => {
    this.#about.before?.();
    for (const hearer of [...this.#hearers]) {
      // One listener may have stopped another.
      if (this.#hearers.has(hearer)) this.#tell(hearer, event);
    }
  };

  add(hearer: Hearer): Stop {
    this.#hearers.add(hearer);
    return () => void this.#hearers.delete(hearer);
  }

  /** Lets every entry of `listener` go, and says whether nobody is left. */
  forget(listener: unknown): boolean {
    for (const hearer of this.#hearers) {
      if (hearer.listener === listener) this.#hearers.delete(hearer);
    }
    return this.#hearers.size === 0;
  }

  #tell({ hear }: Hearer, event: unknown): void {
    try {
      // An event that brings nothing may come as nothing.
      hear(answerOf(this.#about.method, event ?? {}));
    } catch (error) {
      this.#about.report(error);
    }
  }
}
