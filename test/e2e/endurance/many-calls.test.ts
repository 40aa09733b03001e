import { assert } from "chai";
import { heapOfLine, heapOfSoftphone, type HeapCount } from "../support/heap.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const calls = Number(process.env.CALLS ?? 60);
const warmUp = 5;
/** Answers, and has nothing more to say. */
const brief = "699";

describe(`${calls} calls in a row`, () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ demo: { robots: { [brief]: { hangUpAfter: 100 } } } });
  });
  after(() => stage.close());

  it("leave nothing behind in line and view", async function () {
    this.timeout(200_000 + calls * 4_000);
    const page = await stage.visit("/home");
    const phone = softphoneIn(page);
    await phone.says(/Registered/);
    const atRest = timersIn(await heapOfLine(page));
    let done = 0;
    const callOn = async (total: number) => {
      for (; done < total; done++) {
        await phone.dial(brief);
        await until(
          () => stage.loggedCalls(),
          (tasks) => tasks.length > done,
          { what: `Task ${done + 1}` },
        );
        await phone.button("Hang up").waitFor({ state: "detached" });
      }
    };
    await callOn(warmUp);
    // SIP keeps a transaction for 32 s after its end, to know a late message when it comes.
    const settled = await until(
      () => heapOfLine(page),
      (heap) => timersIn(heap) <= atRest,
      { what: "the line to be at rest", seconds: 90 },
    );
    const before = { line: settled, view: await heapOfSoftphone(page) };
    await callOn(warmUp + calls);
    const patience = { what: "nothing to be left", seconds: 90 };
    const isNothing = (more: object) => Object.keys(more).length === 0;
    await until(async () => grown(before.line, await heapOfLine(page)), isNothing, patience);
    await until(async () => grown(before.view, await heapOfSoftphone(page)), isNothing, patience);
    assert.equal(stage.demo.exchange.stats().runningCalls, 0);
  });
});

const timersIn = (heap: HeapCount) => heap.get("native DOMTimer") ?? 0;

/** What there is more of by one for every other call, or oftener. */
function grown(before: HeapCount, after: HeapCount): Record<string, number> {
  const more = [...after].map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)] as const);
  return Object.fromEntries(more.filter(([, by]) => by >= calls / 2));
}
