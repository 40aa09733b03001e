import { assert } from "chai";
import { CallingList } from "../../../src/line/calling-list/calling-list.ts";
import { ListRows } from "../../../src/line/calling-list/list-rows.ts";
import type { ListMode } from "../../../src/line/protocol-list.ts";

const rules = { pause: 5_000, retryAfter: 60_000, retries: 1 };

interface Built {
  readonly count: number;
  readonly mode: ListMode;
  readonly pause: number;
}

/** A list of `count` rows whose time stands still until the test moves it. */
function build({ count = 3, mode = "progressive", pause = 0 }: Partial<Built> = {}) {
  let now = 1_000;
  let free = true;
  const timers = new Set<{ readonly at: number; readonly act: () => void }>();
  const numbers = Array.from({ length: count }, (_, at) => ({ number: `555010${at}` }));
  const list = new CallingList(
    { head: { name: "Mine", mode, rules: { ...rules, pause } }, rows: ListRows.of(numbers) },
    {
      now: () => now,
      isFree: () => free,
      changed: () => list.look(),
      schedule(act, milliseconds) {
        const timer = { at: now + milliseconds, act };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
  );
  list.look();
  return {
    list,
    pass: (milliseconds: number) => {
      now += milliseconds;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.act();
      }
    },
    setFree: (value: boolean) => {
      free = value;
      list.look();
    },
    /** The row that is up is dialled, and its call ends. */
    call: (reason: Parameters<CallingList["ended"]>[1] = "hungUp", notes = "") => {
      const key = list.snapshot.row?.key ?? assert.fail("no row");
      assert.isTrue(list.claim(key), `row ${key} cannot be dialled: ${list.snapshot.phase}`);
      list.placed(key, `call-${key}`);
      list.ended(key, reason, notes);
    },
  };
}

describe("line/calling-list/calling-list", () => {
  it("begins paused, with the first row to look at", () => {
    const { list } = build();
    assert.deepInclude(list.snapshot, { phase: "preview", paused: true, total: 3, done: 0 });
    assert.equal(list.snapshot.row?.number, "5550100");
    assert.isFalse(list.claim(0));
  });

  it("progressive calls one row after the other once the agent goes on", () => {
    const { list, call } = build();
    list.pause(false);
    call();
    call("declined");
    call("hungUp");
    assert.deepInclude(list.snapshot, { phase: "finished", done: 3 });
    assert.deepEqual(list.snapshot.outcomes, { hungUp: 2, declined: 1 });
    assert.isTrue(list.isFinished);
  });

  it("progressive waits until the agent is ready again, and rests between two calls", () => {
    const { list, call, setFree, pass } = build({ pause: 5_000 });
    setFree(false);
    list.pause(false);
    assert.equal(list.snapshot.phase, "preview");
    setFree(true);
    call();
    assert.deepInclude(list.snapshot, { phase: "resting", until: 6_000 });
    pass(5_000);
    assert.equal(list.snapshot.phase, "checking");
  });

  it("preview calls only what the agent says", () => {
    const { list, call } = build({ mode: "preview" });
    list.pause(false);
    assert.equal(list.snapshot.phase, "preview");
    list.call(0);
    call();
    assert.deepInclude(list.snapshot, { phase: "preview", done: 1 });
    assert.equal(list.snapshot.row?.key, 1);
  });

  it("lets each row be dialled once, whoever asks", () => {
    const { list } = build();
    list.pause(false);
    assert.isFalse(list.claim(1));
    assert.isTrue(list.claim(0));
    assert.isFalse(list.claim(0));
  });

  it("skips a row, and takes no notice of a word that comes too late", () => {
    const { list } = build({ mode: "preview" });
    list.skip(0);
    list.skip(0);
    assert.equal(list.snapshot.row?.key, 1);
    assert.deepEqual(list.snapshot.outcomes, { skipped: 1 });
  });

  it("calls back at the agent's time, before whatever else is left", () => {
    const { list, call, pass } = build({ mode: "preview" });
    list.callBack(0, 50_000);
    assert.deepInclude(list.snapshot, { later: 1 });
    assert.equal(list.snapshot.row?.key, 1);
    pass(60_000);
    list.call(1);
    call();
    assert.equal(list.snapshot.row?.key, 0);
  });

  it("calls back later whom the agent talks to, and waits when nobody else is left", () => {
    const { list, pass } = build({ count: 1 });
    list.pause(false);
    list.claim(0);
    list.placed(0, "call-0");
    list.callBack(0, 90_000);
    list.ended(0, "hungUp", "at noon");
    assert.deepInclude(list.snapshot, { phase: "waiting", until: 90_000, done: 0 });
    pass(89_000);
    assert.deepInclude(list.snapshot, { phase: "checking" });
    assert.deepInclude(list.snapshot.row, { attempts: 1, notes: "at noon" });
    assert.notProperty(list.snapshot.row, "callBackAt");
  });

  it("does not lose count over months", () => {
    const { list, pass } = build({ count: 1, mode: "preview" });
    list.callBack(0, 9_000_000_000);
    pass(3_600_000);
    assert.equal(list.snapshot.phase, "waiting");
    pass(9_000_000_000);
    assert.equal(list.snapshot.phase, "preview");
  });

  it("tries a busy number again as often as it may", () => {
    const { list, call, pass } = build({ count: 1 });
    list.pause(false);
    call("busy");
    assert.deepInclude(list.snapshot, { phase: "waiting", later: 1 });
    pass(60_000);
    call("noAnswer");
    assert.deepInclude(list.snapshot, { phase: "finished" });
    assert.deepEqual(list.snapshot.outcomes, { noAnswer: 1 });
  });

  it("refuses what must not be called, and goes on", () => {
    const { list } = build();
    list.pause(false);
    list.refuse(0, "doNotCall");
    assert.deepInclude(list.snapshot, { phase: "checking", done: 1 });
    assert.deepEqual(list.snapshot.outcomes, { doNotCall: 1 });
  });

  for (const why of ["unchecked", "unclear"] as const) {
    it(`stops at a row that is ${why}, and keeps it`, () => {
      const { list } = build();
      list.pause(false);
      list.refuse(0, why);
      assert.deepInclude(list.snapshot, { phase: "preview", paused: true, problem: why, done: 0 });
      list.call(0);
      assert.deepInclude(list.snapshot, { phase: "checking", paused: false });
      assert.notProperty(list.snapshot, "problem");
    });
  }

  it("stops when the phone cannot make the call, and keeps the row", () => {
    const { list, call } = build();
    list.pause(false);
    list.claim(0);
    list.notPlaced(0);
    assert.deepInclude(list.snapshot, { paused: true, problem: "notDialled", done: 0 });
    list.pause(false);
    call("microphone");
    assert.deepInclude(list.snapshot, { paused: true, problem: "notDialled", done: 0 });
  });

  it("paused, leaves what is only being checked, and never what is dialled", () => {
    const { list } = build();
    list.pause(false);
    list.pause(true);
    assert.deepInclude(list.snapshot, { phase: "preview", paused: true });
    list.pause(false);
    list.claim(0);
    list.pause(true);
    assert.equal(list.snapshot.phase, "placed");
    list.placed(0, "call-0");
    list.ended(0, "hungUp", "");
    assert.deepInclude(list.snapshot, { phase: "preview", paused: true, done: 1 });
  });

  it("shows the rows that come next, and those that were last", () => {
    const { list } = build({ count: 6, mode: "preview" });
    list.skip(0);
    list.skip(1);
    const keys = (rows: readonly { key: number }[]) => rows.map(({ key }) => key);
    assert.deepEqual(keys(list.snapshot.next), [3, 4, 5]);
    assert.deepEqual(keys(list.snapshot.past), [1, 0]);
  });
});
