import { withDeadline } from "../base/deadline.ts";
import { logFor } from "../base/log.ts";
import { openDatabase } from "./open-database.ts";

const log = logFor("line/value-store");

/** Where a value for each agent, or for each org, outlives the line. Never rejects: without it they are gone with the line. */
export interface ValueStore {
  /** What was written last; of whatever shape another release gave it. */
  read(key: string): Promise<unknown>;
  /**
   * @param value - `undefined` leaves nothing.
   * @returns whether it was done
   */
  write(key: string, value: object | undefined): Promise<boolean>;
}

/** A {@link ValueStore} that forgets. */
export const noStore: ValueStore = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(false),
};

export interface StoredValuesOptions {
  /** Name of the database. */
  readonly name: string;
  /** What is in it, for the log. */
  readonly what: string;
  /** @defaultValue `agents` */
  readonly store?: string;
  /** Milliseconds after which storage that does not answer is given up. @defaultValue 2000 */
  readonly patience?: number;
}

/** A {@link ValueStore} in IndexedDB, beside the journal. */
export function storedValues(options: StoredValuesOptions): ValueStore {
  const { name, what, store = "agents", patience = 2_000 } = options;
  const attempt = async <Value>(act: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await withDeadline(act(), patience, "the browser's storage");
    } catch {
      log.warn(`cannot be kept: ${what}`);
      return undefined;
    }
  };
  const open = () =>
    openDatabase(name, 1, { upgrade: (database) => void database.createObjectStore(store) });
  return {
    read: (key) =>
      attempt(async () => {
        const database = await open();
        const value: unknown = await database.get(store, key);
        database.close();
        return value;
      }),
    write: async (key, value) => {
      const done = await attempt(async () => {
        const database = await open();
        if (value) await database.put(store, value, key);
        else await database.delete(store, key);
        database.close();
        return true;
      });
      return done === true;
    },
  };
}
