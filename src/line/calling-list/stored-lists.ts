import { openDB, type IDBPDatabase } from "idb";
import { withDeadline } from "../../base/deadline.ts";
import { logFor } from "../../base/log.ts";
import { decodeList } from "./decode-list.ts";
import type { KeptList, ListStore } from "./list-store.ts";

const log = logFor("line/calling-list");
const [heads, rows] = ["heads", "rows"] as const;

export interface StoredListsOptions {
  /** Name of the database. @defaultValue `switchhook-lists` */
  readonly name?: string;
  /** Milliseconds after which storage that does not answer is given up. @defaultValue 2000 */
  readonly patience?: number;
}

/** A {@link ListStore} in IndexedDB, beside the journal: calls are safe whatever becomes of a list. */
export class StoredLists implements ListStore {
  readonly #options: Required<StoredListsOptions>;
  #database: Promise<IDBPDatabase> | undefined;

  constructor({ name = "switchhook-lists", patience = 2_000 }: StoredListsOptions = {}) {
    this.#options = { name, patience };
  }

  async keep(owner: string, list: KeptList): Promise<void> {
    await this.#try(async (database) => {
      const transaction = database.transaction([heads, rows], "readwrite", {
        durability: "strict",
      });
      // What fails fails with the transaction.
      const put = (store: typeof heads | typeof rows, value: unknown) =>
        void transaction
          .objectStore(store)
          .put(value)
          .catch(() => 0);
      put(heads, { owner, ...list.head });
      for (const row of list.rows) put(rows, { owner, ...row });
      await transaction.done;
    });
  }

  async drop(owner: string): Promise<void> {
    await this.#try(async (database) => {
      const transaction = database.transaction([heads, rows], "readwrite");
      void transaction
        .objectStore(heads)
        .delete(owner)
        .catch(() => 0);
      void transaction
        .objectStore(rows)
        .delete(rangeOf(owner))
        .catch(() => 0);
      await transaction.done;
    });
  }

  open(owner: string): Promise<KeptList | undefined> {
    return this.#try(async (database) => {
      const head: unknown = await database.get(heads, owner);
      const kept = (await database.getAll(rows, rangeOf(owner))) as unknown[];
      return decodeList(head, kept);
    });
  }

  async #try<Value>(act: (database: IDBPDatabase) => Promise<Value>): Promise<Value | undefined> {
    try {
      const done = this.#open().then(act);
      return await withDeadline(done, this.#options.patience, "the browser's storage");
    } catch (error) {
      // The agent is told of it by the journal, which lives on the same disk.
      log.warn(`a calling list is not kept: ${String(error)}`);
      this.#database = undefined;
      return undefined;
    }
  }

  #open(): Promise<IDBPDatabase> {
    this.#database ??= openDB(this.#options.name, 1, {
      upgrade(database) {
        database.createObjectStore(heads, { keyPath: "owner" });
        database.createObjectStore(rows, { keyPath: ["owner", "key"] });
      },
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close(); // a versionchange event's target is the database
        this.#database = undefined;
      },
      terminated: () => (this.#database = undefined),
    });
    return this.#database;
  }
}

function rangeOf(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner, 0], [owner, Number.MAX_SAFE_INTEGER]);
}
