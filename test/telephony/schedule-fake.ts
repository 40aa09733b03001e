import type { Schedule } from "../../src/base/schedule.ts";

/** A clock in the test's hand: nothing happens until it is turned. */
export class ScheduleFake {
  now = 0;
  readonly #waiting = new Set<{ readonly at: number; readonly act: () => void }>();

  readonly schedule: Schedule = (act, milliseconds) => {
    const entry = { at: this.now + milliseconds, act };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  };

  /** How much is still to come. */
  get pending(): number {
    return this.#waiting.size;
  }

  /** Turns the clock; whatever is due happens in its order. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#waiting.delete(next);
      this.now = next.at;
      next.act();
    }
    this.now = end;
  }

  #next(end: number) {
    return [...this.#waiting].filter(({ at }) => at <= end).sort((one, two) => one.at - two.at)[0];
  }
}
