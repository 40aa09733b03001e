import { assert } from "chai";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { summary } from "./distribution.ts";
import { Random } from "../../../src/workbench/records/random.ts";
import { Talk } from "./talk.ts";

const loads = Number(process.env.LOADS ?? 10);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const paths = ["/home", "/003/o", "/001/o", "/500/o", "/00Q/o", "/006/o"];

describe(`one call over ${loads} page loads`, () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  it(`is up at the end, with one registration and no other dialog (SEED=${seed})`, async function () {
    this.timeout(30_000 + loads * 6_000);
    const random = new Random(seed);
    const page = await stage.visit("/home");
    await softphoneIn(page).says(/Registered/);
    const talk = new Talk(stage, page);
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    const registers = talk.exchange.stats().requests.REGISTER;
    const [here, there]: [number[], number[]] = [[], []];
    for (let load = 0; load < loads; load++) {
      talk.exchange.mark(talk.id);
      const path = paths[Math.floor(random.next() * paths.length)] ?? "/home";
      await page.goto(stage.crm + path, { waitUntil: "commit" });
      await talk.phone.says(/Connected/);
      // At a random moment, which may be before the sound is back.
      const [isSoon, moment] = [random.next() < 0.2, random.next() * 50];
      if (isSoon) continue;
      here.push(await gapOnCard(talk));
      const { packets } = talk.there.heard;
      await until(
        () => talk.there.heard.packets,
        (now) => now > packets + moment,
        { what: "the robot to hear the agent" },
      );
      there.push(talk.there.heard.longestGapMs);
    }
    await talk.isHeardBothWays();
    // The measure of the whole thing, for whoever runs it by hand.
    // eslint-disable-next-line no-console
    console.log(`      silence in ms, here: ${summary(here)}; there: ${summary(there)}`);
    const { requests, registrations, runningCalls } = talk.exchange.stats();
    assert.equal(requests.REGISTER, registers);
    assert.deepEqual({ registrations, runningCalls }, { registrations: 1, runningCalls: 1 });
    assert.lengthOf(talk.exchange.calls(), 1);
    assert.equal(talk.there.state, "connected");
  });
});

/** What the card says of the sound that was gone, in milliseconds. */
async function gapOnCard({ phone }: Talk): Promise<number> {
  const news = phone.region.getByText(/Sound back after/).first();
  await news.waitFor();
  return 1_000 * Number(/[\d.]+/.exec((await news.textContent()) ?? "")?.[0]);
}
