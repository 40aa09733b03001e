import { assert } from "chai";
import type { JournalEntry } from "../../../src/line/journal/journal.ts";
import { MemoryJournal } from "../../../src/line/journal/memory-journal.ts";
import { PageJournal } from "../../../src/line/journal/page-journal.ts";

const entry = (notes: string): JournalEntry => ({
  ...{ id: "one", notes, owner: "me", direction: "incoming", remote: { number: "+1" } },
  ...{ startedAt: 1, seenAt: 2, state: { phase: "ringing", since: 1 } },
  deeds: { pop: "none", log: "none" },
});

/** A disk that never gets done. */
class SlowJournal extends MemoryJournal {
  override keep(): Promise<void> {
    return new Promise(() => undefined);
  }

  override strike(): Promise<void> {
    return new Promise(() => undefined);
  }
}

describe("line/journal/page-journal", () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  it("hands to the next page what was not on the disk when its page went", async () => {
    const left = new PageJournal({ stored: new SlowJournal(), memory: sessionStorage });
    void left.keep(entry("old"));
    void left.keep(entry("new"));
    left.leave();
    const stored = new MemoryJournal();
    const next = new PageJournal({ stored, memory: sessionStorage });
    assert.deepEqual(await next.open("me"), [entry("new")]);
    assert.equal(stored.entries.get("one")?.notes, "new");
    assert.equal(sessionStorage.length, 0);
  });

  it("crosses out in the next page what was to be crossed out", async () => {
    const left = new PageJournal({ stored: new SlowJournal(), memory: sessionStorage });
    void left.strike("one");
    left.leave();
    const stored = new MemoryJournal();
    await stored.keep(entry("old"));
    assert.isEmpty(await new PageJournal({ stored, memory: sessionStorage }).open("me"));
  });

  it("knows nothing of what becomes of a call once its page has gone", async () => {
    const stored = new MemoryJournal();
    const journal = new PageJournal({ stored, memory: sessionStorage });
    await journal.keep(entry("before"));
    journal.leave();
    await journal.keep(entry("after"));
    assert.equal(stored.entries.get("one")?.notes, "before");
  });

  it("tells when all is safe", async () => {
    const stored = new MemoryJournal();
    const journal = new PageJournal({ stored, memory: sessionStorage });
    void journal.keep(entry("typed"));
    await journal.safe();
    assert.equal(stored.entries.get("one")?.notes, "typed");
  });

  it("leaves nothing behind where all is safe", async () => {
    const journal = new PageJournal({ stored: new MemoryJournal(), memory: sessionStorage });
    await journal.keep(entry("safe"));
    journal.leave();
    assert.equal(sessionStorage.length, 0);
  });
});
