import type { Stop } from "../../base/emitter.ts";
import { decodeEntry } from "./decode-entry.ts";
import type { Journal, JournalEntry, JournalProblem } from "./journal.ts";

const unsafeKey = "switchhook-journal-unsafe";

export interface PageJournalOptions {
  readonly stored: Journal;
  /** Written to at once, when there is no time to wait for the disk. */
  readonly memory: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

/**
 * The {@link Journal} of a line that goes with its page. A page that is left does not wait for the disk: what is not
 * safe by then goes with the tab to the next page, which writes it down first.
 */
export class PageJournal implements Journal {
  readonly #options: PageJournalOptions;
  readonly #unsafe = new Map<string, JournalEntry | undefined>();
  readonly #writing = new Set<Promise<void>>();
  #left = false;

  constructor(options: PageJournalOptions) {
    this.#options = options;
  }

  get problem(): JournalProblem | undefined {
    return this.#options.stored.problem;
  }

  on(name: "problemChanged", listener: () => void): Stop {
    return this.#options.stored.on(name, listener);
  }

  keep(entry: JournalEntry): Promise<void> {
    return this.#write(entry.id, entry);
  }

  strike(id: string): Promise<void> {
    return this.#write(id, undefined);
  }

  async open(owner: string): Promise<readonly JournalEntry[]> {
    for (const [id, entry] of this.#takeLeft()) await this.#write(id, entry);
    return this.#options.stored.open(owner);
  }

  /** Settles when all that was written so far is on the disk, or cannot be brought there. */
  async safe(): Promise<void> {
    await Promise.all(this.#writing);
  }

  /** The page goes, now: what becomes of its calls from here on is for the next one to find out. */
  leave(): void {
    this.#left = true;
    if (this.#unsafe.size === 0) return;
    const left = [...this.#unsafe].map(([id, entry]) => ({ id, entry }));
    this.#options.memory.setItem(unsafeKey, JSON.stringify(left));
  }

  #write(id: string, entry: JournalEntry | undefined): Promise<void> {
    if (this.#left) return Promise.resolve();
    const writing = this.#bringToDisk(id, entry).finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
    return writing;
  }

  async #bringToDisk(id: string, entry: JournalEntry | undefined): Promise<void> {
    const wish = entry && { ...entry };
    this.#unsafe.set(id, wish);
    const { stored } = this.#options;
    await (wish ? stored.keep(wish) : stored.strike(id));
    if (this.#unsafe.get(id) === wish) this.#unsafe.delete(id);
  }

  #takeLeft(): readonly (readonly [string, JournalEntry | undefined])[] {
    const { memory } = this.#options;
    const text = memory.getItem(unsafeKey) ?? "[]";
    memory.removeItem(unsafeKey);
    // Written by this class, perhaps of another release.
    const left = JSON.parse(text) as readonly { readonly id: string; readonly entry?: unknown }[];
    return left.flatMap(({ id, entry }) => {
      const known = decodeEntry(entry);
      return entry !== undefined && !known ? [] : [[id, known] as const];
    });
  }
}
