import type { RobotCall } from "./robot-call.ts";

const mostEnded = 200;

/** All calls of the robots, and the last ended ones for those who want to know how it went. */
export class CallList {
  readonly #calls = new Map<string, RobotCall>();

  add(call: RobotCall): void {
    this.#calls.set(call.id, call);
    const ended = this.all().filter(({ phase }) => phase === "ended");
    for (const { id } of ended.slice(0, Math.max(0, ended.length - mostEnded))) {
      this.#calls.delete(id);
    }
  }

  get(id: string): RobotCall | undefined {
    return this.#calls.get(id);
  }

  all(): RobotCall[] {
    return [...this.#calls.values()];
  }

  /** Those that have not ended. */
  running(): RobotCall[] {
    return this.all().filter(({ phase }) => phase !== "ended");
  }
}
