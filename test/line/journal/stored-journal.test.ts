import { assert } from "chai";
import { deleteDB, openDB } from "idb";
import type { Schedule } from "../../../src/base/schedule.ts";
import type { JournalEntry } from "../../../src/line/journal/journal.ts";
import { StoredJournal } from "../../../src/line/journal/stored-journal.ts";
import { until } from "../../telephony/until.ts";

const anEntry = (news: Partial<JournalEntry> = {}): JournalEntry => ({
  id: "call-1",
  owner: "https://acme.test agent@demo.test",
  direction: "incoming",
  remote: { number: "+14155550101" },
  startedAt: 1000,
  seenAt: 2000,
  state: { phase: "connected", since: 1500 },
  notes: "",
  deeds: { pop: "none", log: "none" },
  ...news,
});
const { owner } = anEntry();

describe("line/journal/stored-journal", () => {
  let name: string;
  beforeEach(() => (name = `journal-${crypto.randomUUID()}`));
  afterEach(() => deleteDB(name));

  it("gives back to another line what was kept and not crossed out", async () => {
    const journal = new StoredJournal({ name });
    await journal.keep(anEntry());
    await journal.keep(anEntry({ id: "call-2" }));
    await journal.strike("call-1");
    assert.deepEqual(await new StoredJournal({ name }).open(owner), [anEntry({ id: "call-2" })]);
  });

  it("keeps the last of many changes, however fast they come", async () => {
    const journal = new StoredJournal({ name });
    const typed = Array.from({ length: 50 }, (_, at) => "x".repeat(at));
    await Promise.all(typed.map((notes) => journal.keep(anEntry({ notes }))));
    const [entry] = await new StoredJournal({ name }).open(owner);
    assert.equal(entry?.notes, typed.at(-1));
  });

  it("has kept an entry when it says so", async () => {
    const journal = new StoredJournal({ name });
    void journal.keep(anEntry({ notes: "first" }));
    await journal.keep(anEntry({ notes: "second" }));
    const [entry] = await new StoredJournal({ name }).open(owner);
    assert.equal(entry?.notes, "second");
  });

  it("shows nobody another's calls", async () => {
    const journal = new StoredJournal({ name });
    await journal.keep(anEntry());
    assert.isEmpty(await journal.open("https://other.test agent@demo.test"));
    assert.isEmpty(await journal.open("https://acme.test other@demo.test"));
  });

  for (const [what, broken] of [
    ["a number as its notes", { notes: 7 }],
    ["an unknown phase", { state: { phase: "dreaming" } }],
    ["no other side", { remote: undefined }],
    ["an unknown deed", { deeds: { pop: "none", log: "perhaps" } }],
  ] as const) {
    it(`passes over an entry with ${what}`, async () => {
      const journal = new StoredJournal({ name });
      await journal.keep(anEntry());
      const database = await openDB(name);
      await database.put("calls", { ...anEntry({ id: "broken" }), ...broken });
      database.close();
      assert.deepEqual(
        (await journal.open(owner)).map(({ id }) => id),
        ["call-1"],
      );
    });
  }

  it("keeps the call of an entry whose further facts it cannot read", async () => {
    const journal = new StoredJournal({ name });
    await journal.keep(anEntry({ called: "+1", attached: { "X-Case": "7" } }));
    const database = await openDB(name);
    const odd = { called: 7, attached: { "X-Case": {} }, quality: { mos: "good" } };
    await database.put("calls", { ...anEntry({ id: "odd" }), ...odd });
    database.close();
    assert.deepEqual(await journal.open(owner), [
      anEntry({ called: "+1", attached: { "X-Case": "7" } }),
      anEntry({ id: "odd" }),
    ]);
  });

  it("keeps of what the agent filled in all that it can read, and does not take a follow-up for never saved", async () => {
    const journal = new StoredJournal({ name });
    await journal.keep(anEntry());
    const database = await openDB(name);
    const draft = { subject: "Offer", type: 7, followUp: "on Monday" };
    const deeds = { pop: "none", log: "done", logId: "00T1", followUp: 7 };
    await database.put("calls", { ...anEntry(), draft, deeds });
    database.close();
    assert.deepEqual(await journal.open(owner), [
      anEntry({
        draft: { subject: "Offer" },
        deeds: { pop: "none", log: "done", logId: "00T1", followUp: { state: "maybe" } },
      }),
    ]);
  });

  it("keeps the call of an entry of whose draft it can read nothing", async () => {
    const journal = new StoredJournal({ name });
    await journal.keep(anEntry());
    const database = await openDB(name);
    await database.put("calls", { ...anEntry(), draft: "Offer" });
    database.close();
    assert.deepEqual(await journal.open(owner), [anEntry()]);
  });

  describe("where storage fails", () => {
    const original = IDBFactory.prototype.open.bind(indexedDB);
    afterEach(() => (IDBFactory.prototype.open = original));
    const failWith = (error: DOMException) => {
      IDBFactory.prototype.open = () => {
        throw error;
      };
    };

    for (const [error, problem] of [
      ["SecurityError", "refused"],
      ["QuotaExceededError", "full"],
    ] as const) {
      it(`says ${problem} for ${error}, settles all the same, and recovers`, async () => {
        const journal = new StoredJournal({ name });
        const heard: unknown[] = [];
        journal.on("problemChanged", () => heard.push(journal.problem));
        failWith(new DOMException("no", error));
        await journal.keep(anEntry());
        assert.isEmpty(await journal.open(owner));
        IDBFactory.prototype.open = original;
        await journal.keep(anEntry());
        assert.deepEqual(heard, [problem, undefined]);
      });
    }

    describe("once", () => {
      let due: { act: () => void; milliseconds: number }[];
      const schedule: Schedule = (act, milliseconds) => {
        const entry = { act, milliseconds };
        due.push(entry);
        return () => void due.splice(due.indexOf(entry), 1);
      };
      beforeEach(() => (due = []));

      async function failedOnce() {
        const journal = new StoredJournal({ name, schedule });
        failWith(new DOMException("no", "UnknownError"));
        await journal.keep(anEntry({ notes: "first" }));
        assert.equal(journal.problem, "refused");
        IDBFactory.prototype.open = original;
        return journal;
      }
      const stored = async () =>
        (await new StoredJournal({ name }).open(owner)).map(({ id, notes }) => `${id} ${notes}`);

      it("writes what it could not write after a pause", async () => {
        const journal = await failedOnce();
        const [retry] = due;
        assert.isAtMost(retry?.milliseconds ?? Infinity, 1_000);
        retry?.act();
        await until(() => journal.problem === undefined, "the storage to be back");
        assert.deepEqual(await stored(), ["call-1 first"]);
        assert.isEmpty(due);
      });

      it("writes it with the next change of another call", async () => {
        const journal = await failedOnce();
        await journal.keep(anEntry({ id: "call-2" }));
        assert.deepEqual(await stored(), ["call-1 first", "call-2 "]);
        assert.isEmpty(due);
      });

      it("writes what is newer in its place", async () => {
        const journal = await failedOnce();
        await journal.keep(anEntry({ notes: "second" }));
        assert.deepEqual(await stored(), ["call-1 second"]);
      });

      it("waits longer each time it fails again, and no caller waits for that", async () => {
        const journal = new StoredJournal({ name, schedule });
        let asked = 0;
        IDBFactory.prototype.open = () => {
          asked += 1;
          throw new DOMException("no", "UnknownError");
        };
        await Promise.all([1, 2, 3, 4, 5].map((at) => journal.keep(anEntry({ id: `${at}` }))));
        assert.isAtMost(asked, 2);
        const pauses: number[] = [];
        for (let at = 0; at < 12; at += 1) {
          const retry = due.shift();
          pauses.push(retry?.milliseconds ?? 0);
          retry?.act();
          await until(() => due.length === 1, "the next try");
        }
        assert.deepEqual(
          pauses.slice(0, 3).map((pause) => pause / (pauses[0] ?? 1)),
          [1, 2, 4],
        );
        assert.equal(pauses.at(-1), 60_000);
      });
    });

    it("waits no longer than its patience for storage that does not answer", async () => {
      const journal = new StoredJournal({ name, patience: 10 });
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest; // never says a word
      await journal.keep(anEntry());
      assert.equal(journal.problem, "refused");
    });
  });
});
