import { assert } from "chai";
import type { SoftphonePage } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { Random } from "../../../src/workbench/records/random.ts";
import { planCalls, type Disturbance, type PlannedCall } from "./plan.ts";
import { PopWatch } from "./pop-watch.ts";
import { Tabs } from "./tabs.ts";

// SEED=<number> plays a run again, CALLS=<number> a longer one.
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const calls = Number(process.env.CALLS ?? 8);

/** Share of the calls that can be answered, and written of, in spite of it all; usual are four of five. */
const least = 0.6;

/** Whatever a tab that dies under the agent's hands makes of a click. */
const patience = 1_500;

describe(`tabs that open, close, load and crash at random (SEED=${seed} CALLS=${calls})`, () => {
  let stage: Stage;
  let tabs: Tabs;
  let pops: PopWatch;
  before(async () => {
    stage = await Stage.open();
    tabs = new Tabs(stage);
    pops = await PopWatch.on(stage.agent);
  });
  after(async () => {
    await stage.close();
    pops.close();
  });

  /** Does something in any tab's softphone, in another when that one dies meanwhile; says whether it could be done. */
  async function inAnyTab(act: (phone: SoftphonePage) => Promise<unknown>, seconds: number) {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      const phone = await tabs.phone();
      const isDone = await act(phone).then(
        () => true,
        () => false,
      );
      if (isDone) return true;
    }
    return false;
  }

  async function disturb(disturbances: readonly Disturbance[]) {
    for (const each of disturbances) await tabs.disturb(each);
  }

  const registered = () =>
    inAnyTab(
      (phone) => phone.status.filter({ hasText: /Registered/ }).waitFor({ timeout: 4_000 }),
      40,
    );

  const tasksOf = async (number: string) =>
    (await stage.loggedCalls()).filter(({ fields }) => fields.Subject?.includes(number));

  /** The agent answers, in whichever tab lives long enough, unless the line died while it rang. */
  const answer = (id: string) =>
    inAnyTab(async (phone) => {
      const isUp = () => stage.demo.exchange.call(id)?.state === "connected";
      if (!isUp()) await phone.button("Answer").click({ timeout: patience });
      await until(isUp, Boolean, { what: "the answer", seconds: 3 });
    }, 12);

  /** What is on the line's card after the agent left the field, the line knows. */
  const write = (notes: string) =>
    inAnyTab(async (phone) => {
      const field = phone.root.getByLabel("Notes");
      await field.fill(notes, { timeout: patience });
      await field.blur({ timeout: patience });
      if ((await field.inputValue({ timeout: patience })) !== notes) throw new Error("lost");
    }, 8);

  /** The agent looks into the CRM where the phone is in doubt, and tells it. */
  async function settle(number: string) {
    const isSettled = await inAnyTab(async (phone) => {
      await phone.status.filter({ hasText: /Registered/ }).waitFor({ timeout: 4_000 });
      const isThere = (await tasksOf(number)).length > 0;
      const doubts = phone.button("It is there");
      if ((await doubts.count()) > 0) {
        const button = isThere ? doubts : phone.button("Save again");
        await button.first().click({ timeout: patience });
      }
      if (!isThere || (await doubts.count()) > 0) throw new Error("not yet");
    }, 60);
    if (!isSettled) assert.fail(`${number} is not settled (${await tabs.describe()})`);
  }

  /** The agent sees the record, before anything else. */
  const sees = (record: string) =>
    until(
      () => pops.shown(record),
      (shown) => shown > 0,
      { what: "the record", seconds: 6 },
    ).catch(() => undefined);

  async function oneCall(at: number, { ringing, talking, ended }: PlannedCall): Promise<Played> {
    const number = `+1415556${1000 + at}`;
    const { Id: record } = await stage.demo.org.save("Contact", {
      LastName: `Caller ${at}`,
      Phone: number,
    });
    tabs.story.push(`#${at}`);
    if (!(await registered())) assert.fail(`never registered (${await tabs.describe()})`);
    const id = stage.demo.exchange.customerCalls({ from: number, to: "agent" });
    // The line has heard of it: from now on nothing may be lost.
    await stage.call((call) => call.id === id && call.state !== "calling", "the ringing");
    await disturb(ringing);
    const answered = await answer(id);
    if (answered) await sees(record);
    const notes = answered && (await write(`note ${at}`)) ? `note ${at}` : undefined;
    await disturb(talking);
    if (stage.demo.exchange.call(id)?.state !== "ended") stage.demo.exchange.hangUp(id);
    await disturb(ended);
    await settle(number);
    return { number, record, answered, notes, calm: ringing.length === 0 };
  }

  async function check({ number, record, answered, notes, calm }: Played) {
    const saved = await tasksOf(number);
    const story = `of ${number} (${tabs.story.join(" ")})`;
    assert.lengthOf(saved, 1, `Tasks ${story}`);
    if (notes) assert.equal(saved[0]?.fields.Description, notes, story);
    assert.isAtMost(pops.shown(record), 1, `pages ${story}`);
    if (answered) assert.isAtLeast(pops.asked(record), 1, `pops ${story}`);
    if (answered && calm) assert.equal(pops.shown(record), 1, `pages ${story}`);
  }

  /** Calls that nobody could answer, or write anything of, show nothing: they are to be few. */
  function checkShares(played: readonly Played[]) {
    const answered = played.filter((call) => call.answered).length;
    const noted = played.filter(({ notes }) => notes !== undefined).length;
    // eslint-disable-next-line no-console
    console.log(`      of ${calls} calls ${answered} answered, ${noted} with notes`);
    assert.isAtLeast(answered / calls, least, "share of calls that were answered");
    assert.isAtLeast(noted / calls, least, "share of calls with notes");
  }

  it("leave one Task for each call, with its notes, popped once, and no ghost", async function () {
    this.timeout(60_000 + calls * 60_000);
    await tabs.open();
    const played: Played[] = [];
    for (const [at, planned] of planCalls(new Random(seed), calls).entries()) {
      played.push(await oneCall(at + 1, planned));
      // A long run is watched by whoever started it.
      // eslint-disable-next-line no-console
      if (at % 20 === 19) console.log(`      ${at + 1} calls`);
    }
    for (const call of played) await check(call);
    checkShares(played);
    assert.lengthOf(await stage.loggedCalls(), calls);
    assert.lengthOf(stage.demo.exchange.registrations(), 1);
    await tabs.closeAll();
    await until(
      () => stage.demo.exchange.stats(),
      ({ registrations, runningCalls }) => registrations === 0 && runningCalls === 0,
      { what: "the line to end", seconds: 30 },
    );
  });
});

/** What became of a call: without notes when the line died before any could be written. */
interface Played {
  readonly number: string;
  /** Id of the contact who calls. */
  readonly record: string;
  readonly answered: boolean;
  readonly notes: string | undefined;
  /** Nothing happened to the tabs while it rang. */
  readonly calm: boolean;
}
