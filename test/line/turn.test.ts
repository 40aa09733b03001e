import { assert } from "chai";
import { Turn, type TurnTaker } from "../../src/line/turn.ts";
import { until } from "../telephony/until.ts";

/** A line as far as taking turns goes. */
class Taker implements TurnTaker {
  idle = true;
  yielded = 0;
  readonly turn: Turn;

  constructor(version: number, org: string) {
    this.turn = new Turn({ version, org, locks: navigator.locks });
    this.turn.follow(this);
  }

  readonly isIdle = () => this.idle;
  readonly changed = () => undefined;
  readonly yield = () => {
    this.yielded += 1;
    return Promise.resolve();
  };
}

describe("line/turn", () => {
  let org: string;
  beforeEach(() => (org = crypto.randomUUID()));

  it("is the first line's at once", async () => {
    const only = new Taker(1, org);
    await only.turn.take();
    assert.isTrue(only.turn.isOurs);
    assert.isUndefined(only.turn.other);
  });

  it("is given away on request, calls and all, to the same release in another tab", async () => {
    const holder = new Taker(1, org);
    let handedOver = 0;
    const { isIdle, changed } = holder;
    const handOver = () => (handedOver += 1);
    holder.turn.follow({ isIdle, changed, yield: holder.yield, handOver });
    await holder.turn.take();
    const other = new Taker(1, org);
    void other.turn.take();
    await until(() => other.turn.other === "same", "the holder's word");
    assert.equal(handedOver, 0);
    other.turn.ask();
    await until(() => handedOver === 1, "the request");
    assert.equal(holder.yielded, 0);
  });

  it("goes to a newer line of which only somebody else can tell", async () => {
    const holder = new Taker(1, org);
    await holder.turn.take();
    holder.turn.wantedBy(1);
    assert.equal(holder.yielded, 0);
    holder.turn.wantedBy(2);
    await until(() => !holder.turn.isOurs, "the end of its turn");
    assert.deepEqual([holder.yielded, holder.turn.other], [1, "newer"]);
  });

  it("goes to a newer line as soon as the older one is idle, and not before", async () => {
    const older = new Taker(1, org);
    await older.turn.take();
    older.idle = false;
    const newer = new Taker(2, org);
    const taken = newer.turn.take();
    await until(() => newer.turn.other === "older", "the older one's word");
    older.turn.look();
    assert.equal(older.yielded, 0);
    older.idle = true;
    older.turn.look();
    await taken;
    assert.isTrue(newer.turn.isOurs);
    assert.equal(older.yielded, 1);
    assert.equal(older.turn.other, "newer");
  });

  it("is not ours any more while we give it away: a page that signs in meanwhile has to wait", async () => {
    const older = new Taker(1, org);
    await older.turn.take();
    let finish: () => void = () => undefined;
    const yielding = new Promise<void>((resolve) => (finish = resolve));
    const { isIdle, changed } = older;
    older.turn.follow({ isIdle, changed, yield: () => yielding });
    const newer = new Taker(2, org);
    const taken = newer.turn.take();
    await until(() => !older.turn.isOurs, "the older one to begin");
    assert.equal(older.turn.other, "newer");
    let again = false;
    void older.turn.take().then(() => (again = true));
    finish();
    await taken;
    assert.isFalse(again);
  });

  it("stays with the newer line when an older page asks", async () => {
    const newer = new Taker(2, org);
    await newer.turn.take();
    const older = new Taker(1, org);
    void older.turn.take();
    await until(() => older.turn.other === "newer", "the newer one's word");
    assert.isTrue(newer.turn.isOurs);
    assert.equal(newer.yielded, 0);
  });

  it("is no concern of another org's line", async () => {
    const one = new Taker(1, org);
    const other = new Taker(2, crypto.randomUUID());
    await one.turn.take();
    await other.turn.take();
    assert.isTrue(one.turn.isOurs && other.turn.isOurs);
  });

  it("is everybody's where there are no locks", async () => {
    const request = () => Promise.reject(new DOMException("no", "SecurityError"));
    const turn = new Turn({ version: 1, org, locks: { request } });
    await turn.take();
    assert.isTrue(turn.isOurs);
  });
});
