import type { ListRow } from "../protocol-list.ts";
import type { ListHead } from "./calling-list.ts";

/** A list as it was kept. */
export interface KeptList {
  readonly head: ListHead;
  readonly rows: readonly ListRow[];
}

/** Where calling lists outlive the line: one for each owner, which is org and agent. Nothing here rejects. */
export interface ListStore {
  /** Writes down the head, and the rows that changed. */
  keep(owner: string, list: KeptList): Promise<void>;
  drop(owner: string): Promise<void>;
  open(owner: string): Promise<KeptList | undefined>;
}

/** Lists that last as long as the document or worker: for tests, and where nothing may be stored. */
export class MemoryListStore implements ListStore {
  readonly #lists = new Map<string, KeptList>();

  keep(owner: string, { head, rows }: KeptList): Promise<void> {
    const before = this.#lists.get(owner)?.rows ?? [];
    const all = new Map([...before, ...rows].map((row) => [row.key, row]));
    this.#lists.set(owner, { head, rows: [...all.values()].sort((a, b) => a.key - b.key) });
    return Promise.resolve();
  }

  drop(owner: string): Promise<void> {
    this.#lists.delete(owner);
    return Promise.resolve();
  }

  open(owner: string): Promise<KeptList | undefined> {
    return Promise.resolve(this.#lists.get(owner));
  }
}
