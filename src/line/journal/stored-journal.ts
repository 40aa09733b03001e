import type { IDBPDatabase } from "idb";
import { withDeadline } from "../../base/deadline.ts";
import { Emitter, type Stop } from "../../base/emitter.ts";
import { logFor } from "../../base/log.ts";
import { schedule, type Schedule } from "../../base/schedule.ts";
import { openDatabase } from "../open-database.ts";
import type { Journal, JournalEntry, JournalProblem } from "./journal.ts";

const log = logFor("line/journal");
const store = "calls";

export interface StoredJournalOptions {
  /** Name of the database. @defaultValue `switchhook-journal` */
  readonly name?: string;
  /** Milliseconds after which storage that does not answer counts as refused. @defaultValue 2000 */
  readonly patience?: number;
  /** @defaultValue by the clock */
  readonly schedule?: Schedule;
}

/** Milliseconds until what could not be written is tried again: each time twice as long. */
const [firstPause, longestPause] = [1_000, 60_000];

/** A {@link Journal} in IndexedDB. Of the changes of one call that wait for the disk only the last is written; what cannot be written waits for better days. */
export class StoredJournal implements Journal {
  readonly #options: Required<StoredJournalOptions>;
  readonly #events = new Emitter<{ problemChanged: undefined }>();
  readonly #waiting = new Map<string, JournalEntry | undefined>();
  /** Something waits that was not tried yet, or is to be tried again. */
  #isDue = false;
  #pause = firstPause;
  #stopRetry: Stop | undefined;
  #database: Promise<IDBPDatabase> | undefined;
  #writing: Promise<void> | undefined;
  #problem: JournalProblem | undefined;

  constructor(options: StoredJournalOptions = {}) {
    this.#options = { name: "switchhook-journal", patience: 2_000, schedule, ...options };
  }

  get problem(): JournalProblem | undefined {
    return this.#problem;
  }

  on(name: "problemChanged", listener: () => void): Stop {
    return this.#events.on(name, listener);
  }

  keep(entry: JournalEntry): Promise<void> {
    return this.#write(entry.id, entry);
  }

  strike(id: string): Promise<void> {
    return this.#write(id, undefined);
  }

  async open(owner: string): Promise<readonly JournalEntry[]> {
    await this.#tryAll();
    const entries = await this.#try(async () => {
      const database = await this.#open();
      const stored: readonly unknown[] = await database.getAll(store);
      if (stored.length === 0) return [];
      // Nobody waits for what was left: the line rings without it.
      const { decodeEntry } = await import("./decode-entry.ts");
      return stored.flatMap((each) => decodeEntry(each) ?? []);
    });
    return (entries ?? []).filter((entry) => entry.owner === owner);
  }

  #write(id: string, entry: JournalEntry | undefined): Promise<void> {
    this.#waiting.set(id, entry);
    return this.#tryAll();
  }

  #tryAll(): Promise<void> {
    this.#isDue = this.#waiting.size > 0;
    return this.#written();
  }

  async #written(): Promise<void> {
    // What is on its way to the disk may be older: the write after it carries this one.
    await this.#writing;
    if (this.#isDue) this.#writing = this.#flush();
    await this.#writing;
  }

  async #flush(): Promise<void> {
    const changes = [...this.#waiting];
    this.#waiting.clear();
    this.#isDue = false;
    this.#stopRetry?.();
    const isWritten = await this.#try(async () => {
      await this.#put(changes);
      return true;
    });
    if (isWritten) this.#pause = firstPause;
    else this.#retryLater(changes);
  }

  async #put(changes: readonly (readonly [string, JournalEntry | undefined])[]): Promise<void> {
    const database = await this.#open();
    // What is about to be done in the CRM has to be on the disk before, also when the power fails.
    const transaction = database.transaction(store, "readwrite", { durability: "strict" });
    for (const [id, entry] of changes)
      void (entry ? transaction.store.put(entry) : transaction.store.delete(id)).catch(() => 0);
    await transaction.done;
  }

  /** Nothing is lost that no newer change takes the place of. */
  #retryLater(changes: readonly (readonly [string, JournalEntry | undefined])[]): void {
    for (const [id, entry] of changes) if (!this.#waiting.has(id)) this.#waiting.set(id, entry);
    const { schedule } = this.#options;
    this.#stopRetry = schedule(() => void this.#tryAll(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  async #open(): Promise<IDBPDatabase> {
    this.#database ??= openDatabase(this.#options.name, 1, {
      upgrade: (database) => void database.createObjectStore(store, { keyPath: "id" }),
      // Another release wants to change the database, or the browser took it away: it is opened anew when needed.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close(); // a versionchange event's target is the database
        this.#database = undefined;
      },
      terminated: () => (this.#database = undefined),
    });
    return this.#database;
  }

  /** Does what needs the storage, and notes how the storage fares. */
  async #try<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
    try {
      const value = await withDeadline(act(), this.#options.patience, "the browser's storage");
      this.#note(undefined);
      return value;
    } catch (error) {
      void this.#database?.then((database) => database.close()).catch(() => undefined);
      this.#database = undefined;
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.#note(full ? "full" : "refused");
      return undefined;
    }
  }

  #note(problem: JournalProblem | undefined): void {
    if (problem === this.#problem) return;
    if (problem) log.warn(`nothing can be kept: ${problem}`);
    this.#problem = problem;
    this.#events.emit("problemChanged", undefined);
  }
}
