import { assert } from "chai";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { abilities, playground } from "./abilities.ts";
import { navigations } from "./navigations.ts";
import { pairedWith } from "./pairs.ts";
import { Talk } from "./talk.ts";

describe("a call outlives its page", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ demo: playground });
  });
  after(() => stage.close());
  afterEach(async () => {
    const { exchange } = stage.demo;
    for (const { id, state } of exchange.calls()) if (state !== "ended") exchange.hangUp(id);
    for (const page of stage.agent.pages()) await page.close();
  });

  for (const [row, navigation] of navigations.entries()) {
    describe(navigation.name, () => {
      for (const ability of pairedWith(row, abilities, 6)) {
        it(ability.name, async () => {
          const page = await stage.visit("/home");
          await softphoneIn(page).says(/Registered/);
          const other = (await navigation.prepare?.(stage, page)) ?? page;
          const talk = new Talk(stage, page);
          await ability.begin(talk);
          talk.page = await navigation.go(stage, page, other);
          await ability.survived(talk);
          const { runningCalls, registrations } = stage.demo.exchange.stats();
          assert.deepEqual({ runningCalls, registrations }, { runningCalls: 1, registrations: 1 });
          await talk.hangUp();
        });
      }
    });
  }
});
