import { withDeadline } from "../../base/deadline.ts";
import { Emitter, type Stop } from "../../base/emitter.ts";
import { decodeEntry } from "./decode-entry.ts";
import type { Journal, JournalEntry, JournalProblem } from "./journal.ts";

// The phone's own window has a storage apart from that of Salesforce's pages. What its line writes down is to be found
// by a line that lives in a page, when the window is closed: so it is kept where the pages keep theirs.

type Order =
  | { readonly n: number; readonly order: "keep"; readonly entry: JournalEntry }
  | { readonly n: number; readonly order: "strike"; readonly id: string }
  | { readonly n: number; readonly order: "open"; readonly owner: string };

interface Done {
  readonly n: number;
  readonly entries: readonly unknown[];
  readonly problem?: JournalProblem | undefined;
}

/** Lets a line in another window use a page's journal through `port`. */
export function serveJournal(journal: Journal, port: MessagePort): void {
  port.addEventListener("message", ({ data }: MessageEvent<Order>) => {
    void obey(journal, data).then((entries) => {
      const done: Done = { n: data.n, entries, problem: journal.problem };
      port.postMessage(done);
    });
  });
  port.start();
}

async function obey(journal: Journal, order: Order): Promise<readonly JournalEntry[]> {
  switch (order.order) {
    case "keep":
      await journal.keep(order.entry);
      return [];
    case "strike":
      await journal.strike(order.id);
      return [];
    case "open":
      return journal.open(order.owner);
  }
}

/** Milliseconds a page has for an order. */
const patience = 2_000;

type Wish = { readonly entry: JournalEntry } | { readonly strike: string };

/**
 * A {@link Journal} in the storage of whichever page is there. Between two pages, what changes is kept here and in
 * `between`, and written by the next page.
 */
export class RemoteJournal implements Journal {
  readonly #between: Journal;
  readonly #events = new Emitter<{ problemChanged: undefined }>();
  readonly #open = new Map<number, (done: Done | undefined) => void>();
  /** What no page has written yet, by call. */
  readonly #due = new Map<string, Wish>();
  #port: MessagePort | undefined;
  #problem: JournalProblem | undefined;
  #asked = 0;

  constructor(between: Journal) {
    this.#between = between;
  }

  get problem(): JournalProblem | undefined {
    return this.#problem;
  }

  on(name: "problemChanged", listener: () => void): Stop {
    return this.#events.on(name, listener);
  }

  /** From now on this page writes; first what is due. */
  async use(port: MessagePort): Promise<void> {
    this.#port = port;
    port.addEventListener("message", ({ data }: MessageEvent<Done>) => this.#hear(data));
    port.addEventListener("close", () => {
      if (this.#port !== port) return;
      this.#port = undefined;
      for (const settle of this.#open.values()) settle(undefined);
    });
    port.start();
    for (const wish of [...this.#due.values()]) await this.#write(wish);
  }

  keep(entry: JournalEntry): Promise<void> {
    return this.#write({ entry });
  }

  strike(id: string): Promise<void> {
    return this.#write({ strike: id });
  }

  async open(owner: string): Promise<readonly JournalEntry[]> {
    const own = await this.#between.open(owner);
    for (const entry of own) await this.#write({ entry });
    const done = await this.#ask((n) => ({ n, order: "open", owner }));
    return done ? done.entries.flatMap((each) => decodeEntry(each) ?? []) : own;
  }

  async #write(wish: Wish): Promise<void> {
    const id = idOf(wish);
    this.#due.set(id, wish);
    const done = await this.#ask((n) =>
      "entry" in wish
        ? { n, order: "keep", entry: wish.entry }
        : { n, order: "strike", id: wish.strike },
    );
    if (this.#due.get(id) !== wish) return; // a newer one is on its way
    if (done) {
      this.#due.delete(id);
      await this.#between.strike(id);
    } else if ("entry" in wish) await this.#between.keep(wish.entry);
  }

  async #ask(make: (n: number) => Order): Promise<Done | undefined> {
    const port = this.#port;
    if (!port) return undefined;
    const n = ++this.#asked;
    const answered = new Promise<Done | undefined>((resolve) => this.#open.set(n, resolve));
    port.postMessage(make(n));
    try {
      return await withDeadline(answered, patience, "the page's journal");
    } catch {
      return undefined;
    } finally {
      this.#open.delete(n);
    }
  }

  #hear({ n, problem, ...rest }: Done): void {
    this.#open.get(n)?.({ n, problem, ...rest });
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#events.emit("problemChanged", undefined);
  }
}

const idOf = (wish: Wish) => ("entry" in wish ? wish.entry.id : wish.strike);
