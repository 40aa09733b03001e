import { assert } from "chai";
import type { JournalEntry } from "../../../src/line/journal/journal.ts";
import { MemoryJournal } from "../../../src/line/journal/memory-journal.ts";
import { RemoteJournal, serveJournal } from "../../../src/line/journal/remote-journal.ts";
import { until } from "../../telephony/until.ts";

const entry = (id: string, notes = ""): JournalEntry => ({
  ...{ id, notes, owner: "me", direction: "incoming", remote: { number: "+1" } },
  ...{ startedAt: 1, seenAt: 2, state: { phase: "ringing", since: 1 } },
  deeds: { pop: "none", log: "none" },
});

describe("line/journal/remote-journal", () => {
  let page: MemoryJournal;
  let between: MemoryJournal;
  let journal: RemoteJournal;
  let ports: MessagePort[];
  beforeEach(() => {
    page = new MemoryJournal();
    between = new MemoryJournal();
    journal = new RemoteJournal(between);
    ports = [];
  });
  afterEach(() => {
    for (const port of ports) port.close();
  });

  async function attach(): Promise<MessagePort> {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    serveJournal(page, port2);
    await journal.use(port1);
    return port2;
  }

  it("writes in the page's storage, and waits until it is safe there", async () => {
    await attach();
    await journal.keep(entry("one"));
    assert.sameMembers([...page.entries.keys()], ["one"]);
    await journal.strike("one");
    assert.isEmpty([...page.entries.keys()]);
    assert.isEmpty([...between.entries.keys()]);
  });

  it("keeps between two pages what changes, and gives it to the next: the newest alone", async () => {
    (await attach()).close();
    await until(async () => {
      await journal.keep(entry("two", "old"));
      return between.entries.has("two");
    }, "the page to be gone");
    await journal.keep(entry("two", "new"));
    await attach();
    assert.equal(page.entries.get("two")?.notes, "new");
    assert.isEmpty([...between.entries.keys()]);
  });

  it("finds what a page has, and brings along what no page had", async () => {
    await page.keep(entry("theirs"));
    await between.keep(entry("left"));
    await attach();
    const found = await journal.open("me");
    assert.sameMembers(
      found.map(({ id }) => id),
      ["theirs", "left"],
    );
    assert.isEmpty([...between.entries.keys()]);
  });

  it("passes on what the page's storage cannot keep", async () => {
    await attach();
    page.problem = "full";
    await journal.keep(entry("one"));
    assert.equal(journal.problem, "full");
  });
});
