import { openDB } from "idb";
import { withDeadline } from "../../base/deadline.ts";
import { logFor } from "../../base/log.ts";

const log = logFor("line/kept");
const store = "agents";

/** Where an agent's numbers outlive the line. Never rejects: without it they are gone with the line. */
export interface NumberStore {
  /** What was written last; of whatever shape another release gave it. */
  read(owner: string): Promise<unknown>;
  write(owner: string, value: object): Promise<void>;
}

/** A {@link NumberStore} that forgets. */
export const noStore: NumberStore = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
};

/** A {@link NumberStore} in IndexedDB, beside the journal. */
export function storedNumbers({ name = "switchhook-numbers", patience = 2_000 } = {}): NumberStore {
  const attempt = async <Value>(act: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await withDeadline(act(), patience, "the browser's storage");
    } catch {
      log.warn("recent calls and favourites cannot be kept");
      return undefined;
    }
  };
  const open = () =>
    openDB(name, 1, { upgrade: (database) => void database.createObjectStore(store) });
  return {
    read: (owner) =>
      attempt(async () => {
        const database = await open();
        const value: unknown = await database.get(store, owner);
        database.close();
        return value;
      }),
    write: (owner, value) =>
      attempt(async () => {
        const database = await open();
        await database.put(store, value, owner);
        database.close();
      }),
  };
}
