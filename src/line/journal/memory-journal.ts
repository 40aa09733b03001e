import { Emitter, type Stop } from "../../base/emitter.ts";
import type { Journal, JournalEntry, JournalProblem } from "./journal.ts";

/** A journal that lasts as long as the document or worker: for tests, and where nothing may be stored. */
export class MemoryJournal implements Journal {
  readonly entries = new Map<string, JournalEntry>();
  readonly #events = new Emitter<{ problemChanged: undefined }>();
  #problem: JournalProblem | undefined;

  get problem(): JournalProblem | undefined {
    return this.#problem;
  }

  set problem(problem: JournalProblem | undefined) {
    this.#problem = problem;
    this.#events.emit("problemChanged", undefined);
  }

  keep(entry: JournalEntry): Promise<void> {
    this.entries.set(entry.id, entry);
    return Promise.resolve();
  }

  strike(id: string): Promise<void> {
    this.entries.delete(id);
    return Promise.resolve();
  }

  open(owner: string): Promise<readonly JournalEntry[]> {
    return Promise.resolve([...this.entries.values()].filter((entry) => entry.owner === owner));
  }

  on(name: "problemChanged", listener: () => void): Stop {
    return this.#events.on(name, listener);
  }
}
