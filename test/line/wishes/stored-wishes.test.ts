import { assert } from "chai";
import { StoredWishes } from "../../../src/line/wishes/stored-wishes.ts";
import type { PageMemory } from "../../../src/base/page-memory.ts";
import type { KeptWishes } from "../../../src/line/wishes/wish-store.ts";

const key = "switchhook-wishes org";
const chosen = { ready: false, reason: "Lunch", by: "agent" } as const;
const wanted: KeptWishes = {
  owner: "org agent@d.test",
  wishes: { doNotDisturb: true, presence: { phase: "notReady", since: 7, chosen } },
};

describe("line/wishes/stored-wishes", () => {
  let kept: Map<string, string>;
  let memory: PageMemory;
  let store: StoredWishes;
  beforeEach(() => {
    kept = new Map();
    memory = {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    };
    store = new StoredWishes(memory, "org");
  });

  /** Changes what is in the memory. */
  const spoil = (change: object) => {
    const now = JSON.parse(kept.get(key) ?? "null") as object;
    kept.set(key, JSON.stringify({ ...now, ...change }));
  };

  it("are there for the next line, until they are taken back", async () => {
    assert.isUndefined(await store.last());
    store.keep(wanted);
    assert.deepEqual(await store.last(), wanted);
    store.keep(undefined);
    assert.isUndefined(await store.last());
    assert.equal(kept.size, 0);
  });

  it("are each org's own", async () => {
    store.keep(wanted);
    const other = new StoredWishes(memory, "other");
    assert.isUndefined(await other.last());
    other.keep(undefined);
    assert.deepEqual(await store.last(), wanted);
  });

  it("hold a wrap-up, too", async () => {
    const presence = { phase: "wrapUp", since: 7, until: 9, calls: ["a"], chosen } as const;
    const more = { ...wanted, wishes: { ...wanted.wishes, presence } };
    store.keep(more);
    assert.deepEqual(await store.last(), more);
  });

  it("do not outlive the night", async () => {
    store.keep(wanted);
    const hour = 3_600_000;
    spoil({ at: Date.now() - 7 * hour });
    assert.deepEqual(await store.last(), wanted);
    spoil({ at: Date.now() - 9 * hour });
    assert.isUndefined(await store.last());
    assert.equal(kept.size, 0);
  });

  it("count for nothing where they are none", async () => {
    const { wishes } = wanted;
    const { presence } = wishes;
    const strange: readonly object[] = [
      { owner: 1 },
      { at: "now" },
      { wishes: null },
      { wishes: { ...wishes, presence: "ready" } },
      { wishes: { ...wishes, presence: { ...presence, since: "then" } } },
      { wishes: { ...wishes, presence: { ...presence, phase: "asleep" } } },
      { wishes: { ...wishes, presence: { ...presence, phase: "wrapUp", until: 1, calls: [1] } } },
      { wishes: { ...wishes, presence: { ...presence, chosen: { ...chosen, by: "nobody" } } } },
      { wishes: { ...wishes, presence: { ...presence, chosen: { ...chosen, reason: 1 } } } },
    ];
    for (const change of strange) {
      store.keep(wanted);
      spoil(change);
      assert.isUndefined(await store.last(), JSON.stringify(change));
    }
    kept.set(key, "{");
    assert.isUndefined(await store.last());
  });

  it("cost nothing but themselves where there is no room", async () => {
    memory.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    const full = new StoredWishes(memory, "org");
    full.keep(wanted);
    assert.isUndefined(await full.last());
  });
});
