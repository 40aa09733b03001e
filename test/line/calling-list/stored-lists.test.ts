import { assert } from "chai";
import { deleteDB, openDB } from "idb";
import { StoredLists } from "../../../src/line/calling-list/stored-lists.ts";
import type { ListRow } from "../../../src/line/protocol-list.ts";

const owner = "https://acme.test agent@demo.test";
const head = {
  name: "Mine",
  mode: "preview",
  rules: { pause: 0, retryAfter: 1, retries: 1 },
} as const;
const aRow = (key: number, news: Partial<ListRow> = {}): ListRow => ({
  key,
  number: "555",
  notes: "",
  attempts: 0,
  state: { phase: "waiting" },
  ...news,
});

describe("line/calling-list/stored-lists", () => {
  let name: string;
  beforeEach(() => (name = `lists-${crypto.randomUUID()}`));
  afterEach(() => deleteDB(name));

  it("gives another line the list, with the last that was written of each row", async () => {
    const lists = new StoredLists({ name });
    await lists.keep(owner, { head, rows: [aRow(0), aRow(1), aRow(2)] });
    const done = aRow(1, { state: { phase: "done", at: 1, outcome: "busy" }, notes: "<b>&" });
    await lists.keep(owner, { head: { ...head, mode: "progressive" }, rows: [done] });
    const kept = await new StoredLists({ name }).open(owner);
    assert.deepInclude(kept?.head, { ...head, mode: "progressive" });
    assert.deepInclude(kept?.rows[1], done);
    assert.lengthOf(kept?.rows ?? [], 3);
  });

  it("shows nobody another's list, and forgets one that is put away", async () => {
    const lists = new StoredLists({ name });
    await lists.keep(owner, { head, rows: [aRow(0)] });
    assert.isUndefined(await lists.open("https://acme.test other@demo.test"));
    await lists.drop(owner);
    assert.isUndefined(await lists.open(owner));
    await lists.keep(owner, { head, rows: [] });
    assert.isEmpty((await lists.open(owner))?.rows);
  });

  it("leaves out rows that it cannot read", async () => {
    const lists = new StoredLists({ name });
    await lists.keep(owner, { head, rows: [aRow(0), aRow(1), aRow(2)] });
    const database = await openDB(name);
    await database.put("rows", { owner, ...aRow(1), state: { phase: "dreaming" } });
    database.close();
    const kept = await lists.open(owner);
    assert.deepEqual(
      kept?.rows.map(({ key }) => key),
      [0, 1],
    );
  });

  it("settles where the browser stores nothing", async () => {
    const other = await openDB(name, 7);
    const lists = new StoredLists({ name });
    await lists.keep(owner, { head, rows: [aRow(0)] });
    assert.isUndefined(await lists.open(owner));
    other.close();
  });
});
