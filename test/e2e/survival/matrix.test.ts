import { assert } from "chai";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { abilities } from "./abilities.ts";
import type { Ability } from "./abilities/ability.ts";
import { playground } from "./abilities/playground.ts";
import { navigations } from "./navigations.ts";
import { pairedWith, seed } from "./pairs.ts";
import { Talk } from "./talk.ts";

describe(`a call outlives its page (SEED=${seed})`, () => {
  let shared: Stage;
  before(async () => {
    shared = await Stage.open({ demo: playground });
  });
  after(() => shared.close());
  afterEach(async () => {
    const { exchange } = shared.demo;
    for (const { id, state } of exchange.calls()) if (state !== "ended") exchange.hangUp(id);
    for (const page of shared.agent.pages()) await page.close();
  });

  for (const [row, navigation] of navigations.entries()) {
    describe(navigation.name, () => {
      for (const ability of pairedWith(row, abilities, { share: 9, seed })) {
        it(ability.name, async () => {
          await using own = await stageFor(ability);
          const stage = own ?? shared;
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

/** A stage of its own, where it asks for one. */
async function stageFor({ settings }: Ability): Promise<Stage | undefined> {
  if (!settings) return undefined;
  return Stage.open({ demo: { ...playground, settings: { ...playground.settings, ...settings } } });
}
