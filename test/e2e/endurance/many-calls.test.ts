import { assert } from "chai";
import { heapOfLine, heapOfSoftphone, type HeapCount } from "../support/heap.ts";
import { softphoneIn, type SoftphonePage } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const calls = Number(process.env.CALLS ?? 60);
/** One of each kind, twice. */
const warmUp = 10;
/** Answers, and has nothing more to say. */
const brief = "699";
/** Rings for longer than the agent waits. */
const slow = "698";

describe(`${calls} calls in a row`, () => {
  let stage: Stage;
  before(async () => {
    const robots = { [brief]: { hangUpAfter: 100 }, [slow]: { ringFor: 60_000 } };
    stage = await Stage.open({ demo: { robots } });
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
        await kinds[done % kinds.length]?.(stage, phone);
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

type Kind = (stage: Stage, phone: SoftphonePage) => Promise<void>;

/** How calls begin and end, by turns. */
const kinds: readonly Kind[] = [
  async function theyHangUp(_stage, phone) {
    await phone.dial(brief);
  },
  async function weHangUp(stage, phone) {
    await answered(stage, phone);
    await phone.button("Hang up").click();
  },
  async function weHold(stage, phone) {
    await answered(stage, phone);
    await phone.button("Hold").click();
    await phone.says(/On hold/);
    await phone.button("Resume").click();
    await phone.says(/Connected/);
    stage.demo.exchange.hangUp(stage.demo.exchange.calls().at(-1)?.id ?? "");
  },
  async function weGiveUp(_stage, phone) {
    await phone.dial(slow);
    await phone.says(/Ringing/);
    await phone.button("Hang up").click();
  },
  async function weDecline(stage, phone) {
    stage.demo.exchange.customerCalls({ from: customer, to: "agent" });
    await phone.button("Decline").click();
  },
];

const customer = "+14155550199";

async function answered(stage: Stage, phone: SoftphonePage): Promise<void> {
  stage.demo.exchange.customerCalls({ from: customer, to: "agent" });
  await phone.button("Answer").click();
  await phone.says(/Connected/);
}

const timersIn = (heap: HeapCount) => heap.get("native DOMTimer") ?? 0;

/** Each of these is one call's: of them not even a few may be left. */
const costly =
  /Session|Dialog|Transaction|PeerConnection|MediaStream|DOMTimer|Listener|SipCall|CallRecord/;
const few = 5;

/** What there is more of by one for every other call, or oftener; of what is costly, by a few. */
function grown(before: HeapCount, after: HeapCount): Record<string, number> {
  const more = [...after].map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)] as const);
  return Object.fromEntries(
    more.filter(([kind, by]) => by >= (costly.test(kind) ? few : calls / 2)),
  );
}
