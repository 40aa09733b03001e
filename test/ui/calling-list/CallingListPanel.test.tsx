import { assert } from "chai";
import type { ListRow, ListSnapshot } from "../../../src/softphone/states.ts";
import { CallingListModel } from "../../../src/softphone/calling-list-model.ts";
import { CallingListPanel } from "../../../src/ui/calling-list/CallingListPanel.tsx";
import { listWords as words } from "../../../src/ui/calling-list/words.ts";
import { aSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const nasty = `<img src=x onerror="window.stolen = true"> & "Ann" \u202Eeel 💥`;
const aRow = (key: number, news: Partial<ListRow> = {}): ListRow => ({
  key,
  number: `555010${key}`,
  record: { id: "003000000000001", object: "Contact", name: `Row ${key}` },
  notes: "",
  attempts: 0,
  state: { phase: "waiting" },
  ...news,
});
const aList = (news: Partial<ListSnapshot> = {}): ListSnapshot => ({
  ...{ name: "Mine", mode: "preview", phase: "preview", paused: true, total: 200, done: 12 },
  ...{ later: 3, outcomes: { hungUp: 10, busy: 2 }, row: aRow(13), next: [aRow(14)] },
  past: [aRow(12, { state: { phase: "done", at: 0, outcome: "busy" } })],
  ...news,
});

function build(list: ListSnapshot | undefined) {
  const phone = aSoftphone();
  phone.link.say(list ? { list } : { listsOpen: true });
  return { ...phone, model: new CallingListModel(phone.app) };
}

const deeds = ({ link }: ReturnType<typeof build>) =>
  link.sentOf("list").map((command) => {
    const deed: Record<string, unknown> = { ...command };
    delete deed.type;
    return deed;
  });

describe("ui/calling-list/CallingListPanel", () => {
  for (const width of [200, 400]) {
    it(`fits into ${width} pixels and is accessible, whatever the list does`, async () => {
      using phone = build(aList());
      using stage = new Stage(<CallingListPanel model={phone.model} />, width);
      await until(() => phone.model.canOpen.value);
      await stage.isAccessible();
      const rows = { past: [], next: [] };
      for (const list of [
        aList({ mode: "progressive" }),
        aList({ mode: "progressive", paused: false, phase: "placed" }),
        aList({ phase: "waiting", until: Date.now() + 90_000_000, ...rows }),
        aList({ problem: "unchecked", row: aRow(1, { attempts: 2 }) }),
        aList({ phase: "finished" }),
      ]) {
        phone.link.say({ list });
        await stage.isAccessible();
      }
    });
  }

  it("shows how far it is, whose turn it is, who is next and what came of the last", () => {
    using phone = build(aList());
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    assert.include(stage.text, "12 of 200, 3 later");
    assert.equal(stage.one("progress").getAttribute("value"), "12");
    assert.equal(stage.one("section").ariaLabel, "Row 13");
    assert.include(stage.one(`[aria-label="${words.next}"]`).textContent, "Row 14");
    assert.include(stage.one(`[aria-label="${words.past}"]`).textContent, "Row 12 Busy");
  });

  it("calls, skips and puts off the row that is shown", async () => {
    using phone = build(aList());
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    stage.button(words.call).click();
    stage.button(words.skip).click();
    stage.type(stage.field("input[type=datetime-local]"), "2026-12-01T09:30");
    stage.button(words.putOff).click();
    await until(() => deeds(phone).length === 3);
    const at = new Date(2026, 11, 1, 9, 30).getTime();
    assert.deepEqual(deeds(phone), [
      { deed: "call", row: 13 },
      { deed: "skip", row: 13 },
      { deed: "callBack", row: 13, at },
    ]);
  });

  it("keeps what is written before the call", () => {
    using phone = build(aList());
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    stage.type(stage.field("textarea"), nasty);
    assert.deepEqual(deeds(phone), [{ deed: "note", row: 13, notes: nasty }]);
  });

  it("starts, pauses and goes on with a list that calls by itself", async () => {
    using phone = build(aList({ mode: "progressive", done: 0 }));
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    stage.button(words.start).click();
    phone.link.say({ list: aList({ mode: "progressive", paused: false, phase: "placed" }) });
    await until(() => stage.findButton(words.pause));
    stage.button(words.pause).click();
    stage.one("input[type=checkbox]").click();
    assert.deepEqual(deeds(phone), [
      { deed: "goOn" },
      { deed: "pause" },
      { deed: "setMode", mode: "preview" },
    ]);
  });

  it("shows names letter by letter, and opens the row's record", async () => {
    const record = { id: "003000000000001", object: "Contact", name: nasty };
    using phone = build(aList({ name: nasty, row: aRow(13, { record }) }));
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    await until(() => stage.findButton(nasty));
    stage.button(nasty).click();
    assert.include(phone.host.done, `open ${record.id}`);
    assert.isEmpty(stage.root.querySelectorAll("img"));
    assert.notProperty(window, "stolen");
  });

  it("asks before an unfinished list is put away", async () => {
    using phone = build(aList());
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    stage.button(words.close).click();
    await until(() => stage.findButton(words.yes));
    assert.isEmpty(deeds(phone));
    stage.button(words.yes).click();
    assert.deepEqual(deeds(phone), [{ deed: "close" }]);
  });

  it("makes a list of pasted numbers, and says when there is none", async () => {
    using phone = build(undefined);
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    stage.one("details").setAttribute("open", "");
    await stage.isAccessible();
    stage.type(stage.field("textarea"), "nobody");
    stage.button(words.make).click();
    await until(() => stage.text.includes(words.none));
    const text = "Name; Phone\nAnn Lee; (415) 555-0101\n+44 20 7946 0123";
    stage.type(stage.field("textarea"), text);
    await until(() => stage.text.includes('2 numbers. Left out: "Name; Phone".'));
    await stage.isAccessible();
    stage.button(words.make).click();
    await until(() => deeds(phone).length === 1);
    const rows = [{ number: "(415) 555-0101", name: "Ann Lee" }, { number: "+44 20 7946 0123" }];
    assert.deepNestedInclude(deeds(phone)[0], { deed: "begin", rows, mode: "preview" });
  });

  it("is not there before an agent is: what they made of it would be nobody's", () => {
    using phone = build(undefined);
    phone.link.say({ listsOpen: false });
    using stage = new Stage(<CallingListPanel model={phone.model} />);
    assert.equal(stage.text, "");
  });
});
