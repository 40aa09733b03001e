import { assert } from "chai";
import { CallRecord } from "../../../src/line/call-record.ts";
import { NumberKeeper } from "../../../src/line/kept/number-keeper.ts";
import { storedValues, type ValueStore } from "../../../src/line/value-store.ts";
import type { KeptNumbers } from "../../../src/line/protocol-kept.ts";
import { FakeCall } from "../../../src/telephony/fake/fake-call.ts";
import type { CallDirection, EndReason } from "../../../src/telephony/call.ts";
import { until } from "../../telephony/until.ts";

const name = `numbers-${crypto.randomUUID()}`;
const hungUp = { kind: "hungUp", by: "them" } as const;

class Watch {
  readonly alive = true;
  kept: KeptNumbers | undefined;
  tellKept(kept: KeptNumbers): void {
    this.kept = kept;
  }
  get numbers(): readonly string[] {
    return this.kept?.recents.map(({ number }) => number) ?? [];
  }
}

function watch(keeper: NumberKeeper): Watch {
  const watching = new Watch();
  keeper.obey(watching, { type: "askKept" });
  return watching;
}

interface Ending {
  readonly direction?: CallDirection;
  readonly reason?: EndReason;
  readonly taken?: boolean;
}

let calls = 0;
function ended(
  number: string,
  { direction = "incoming", reason = hungUp, taken = false }: Ending = {},
): CallRecord {
  const call = new FakeCall({ id: `call-${String(++calls)}`, direction, remote: { number } });
  if (taken) {
    call.answer();
    call.pickUp();
  }
  call.endBy(reason);
  return new CallRecord(call);
}

describe("line/kept/number-keeper", () => {
  const what = "numbers";
  const store: ValueStore = storedValues({ name, what });
  after(() => indexedDB.deleteDatabase(name));

  it("keeps calls over a restart of the line, for their agent only", async () => {
    const keeper = new NumberKeeper(store);
    await keeper.belongTo("org anna");
    keeper.note([ended("100", { taken: true }), ended("200")]);
    keeper.obey(watch(keeper), {
      type: "setFavourite",
      favourite: { name: "Ann", number: "300" },
      on: true,
    });
    const next = new NumberKeeper(store);
    await next.belongTo("org anna");
    assert.sameMembers([...watch(next).numbers], ["100", "200"]);
    assert.deepEqual(watch(next).kept?.favourites, [{ name: "Ann", number: "300" }]);
    const other = new NumberKeeper(store);
    await other.belongTo("org bert");
    assert.deepEqual(watch(other).kept, { recents: [], favourites: [] });
  });

  it("forgets calls when the agent signs out, and keeps the favourites", async () => {
    const keeper = new NumberKeeper(store);
    await keeper.belongTo("org anna");
    keeper.forgetRecents();
    const next = new NumberKeeper(store);
    await next.belongTo("org anna");
    assert.isEmpty(watch(next).numbers);
    assert.lengthOf(watch(next).kept?.favourites ?? [], 1);
  });

  it("marks what was missed, and leaves out what a colleague took", async () => {
    const keeper = new NumberKeeper();
    await keeper.belongTo("anna");
    const theirs = { kind: "cancelled", by: "them" } as const;
    keeper.note([
      ended("1", { reason: theirs }),
      ended("2", { reason: { kind: "declined", by: "us" } }),
      ended("3", { taken: true }),
      ended("4", { direction: "outgoing", reason: { kind: "noAnswer" } }),
      ended("5", { reason: { kind: "answeredElsewhere" } }),
    ]);
    const missed = watch(keeper).kept?.recents.map((call) => `${call.number} ${call.missed}`);
    assert.sameMembers(missed ?? [], ["1 true", "2 false", "3 false", "4 false"]);
  });

  it("shows the number as it was written, and the record's name once it is known", async () => {
    const keeper = new NumberKeeper();
    await keeper.belongTo("anna");
    const watching = watch(keeper);
    const record = ended("914155550101", { direction: "outgoing" });
    record.written = "(415) 555-0101";
    keeper.note([record]);
    record.record = { id: "003", object: "Contact", name: "Ann Lee" };
    keeper.note([record]);
    assert.lengthOf(watching.kept?.recents ?? [], 1);
    assert.include(watching.kept?.recents[0], { number: "(415) 555-0101", name: "Ann Lee" });
  });

  it("keeps a hundred, the newest", async () => {
    const keeper = new NumberKeeper();
    await keeper.belongTo("anna");
    for (let n = 0; n < 120; n++) keeper.note([ended(String(n))]);
    await until(() => watch(keeper).numbers.length === 100, "a hundred");
  });

  it("takes no harm from what another release or a broken disk left", async () => {
    for (const stored of [undefined, "odd", { recents: 1 }, { recents: [{ id: 1 }, null] }]) {
      const keeper = new NumberKeeper({
        read: () => Promise.resolve(stored),
        write: () => Promise.resolve(true),
      });
      await keeper.belongTo("anna");
      assert.deepEqual(watch(keeper).kept, { recents: [], favourites: [] });
    }
  });

  it("does without storage that refuses", async () => {
    const refused = storedValues({ name, what, patience: 0 });
    assert.isUndefined(await refused.read("nobody"));
  });
});
