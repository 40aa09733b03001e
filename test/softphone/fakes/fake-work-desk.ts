import { Emitter, type Stop } from "../../../src/base/emitter.ts";
import type { WorkDesk, WorkDeskEvents, WorkStatus } from "../../../src/host/work-desk.ts";

export const statuses = {
  available: "0N5000000000001",
  onCall: "0N5000000000002",
  away: "0N5000000000003",
};

/** Other work as a CRM hands it out. It answers and tells of each change when the test says so, in order. */
export class FakeWorkDesk implements WorkDesk {
  readonly events = new Emitter<WorkDeskEvents>();
  /** What the softphone set. */
  readonly set: string[] = [];
  current: WorkStatus | undefined;
  atWork = false;
  /** Whether it does at once what it is asked; else {@link FakeWorkDesk.settle} does. */
  prompt = true;
  refuses = false;
  #waiting: (() => void)[] = [];

  /** With an empty status, the agent is signed out. */
  constructor(first: string = statuses.available) {
    this.current = first ? { id: first, name: first } : undefined;
  }

  on<Name extends keyof WorkDeskEvents>(
    name: Name,
    listener: (event: WorkDeskEvents[Name]) => void,
  ): Stop {
    return this.events.on(name, listener);
  }

  status(): Promise<WorkStatus | undefined> {
    return Promise.resolve(this.current);
  }

  setStatus(id: string): Promise<void> {
    if (this.refuses) return Promise.reject(new Error("The agent's profile does not allow it"));
    this.set.push(id);
    return new Promise((resolve) => {
      const act = () => {
        this.choose(id, id);
        resolve();
      };
      if (this.prompt) act();
      else this.#waiting.push(act);
    });
  }

  isAtWork(): Promise<boolean> {
    return Promise.resolve(this.atWork);
  }

  /** The agent chooses a status in the CRM. */
  choose(id: string, name: string): void {
    this.current = { id, name };
    this.events.emit("statusChanged", { status: this.current });
  }

  work(atWork: boolean): void {
    this.atWork = atWork;
    this.events.emit("workChanged", {});
  }

  /** Does the oldest of what it was asked; says whether there was any. */
  settle(): boolean {
    const act = this.#waiting.shift();
    act?.();
    return act !== undefined;
  }
}
