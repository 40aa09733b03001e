import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { slowRobot } from "./abilities.ts";
import { Talk } from "./talk.ts";

const load = async (page: Page, path: string): Promise<void> => {
  await page.goto(path, { waitUntil: "commit" });
  await softphoneIn(page).says(/Registered/);
};

/** The Task of the only call there was, once it is saved. */
async function onlyTask(stage: Stage) {
  const tasks = await until(
    () => stage.loggedCalls(),
    ({ length }) => length > 0,
    { what: "the Task" },
  );
  assert.lengthOf(tasks, 1);
  return tasks[0]?.fields;
}

describe("a line that lives in the page, where the browser keeps no worker", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    stage = await Stage.open({ demo: { robots: { [slowRobot.number]: slowRobot.behaviour } } });
    await stage.agent.addInitScript(() => Reflect.deleteProperty(window, "SharedWorker"));
    page = await stage.visit("/home");
    talk = new Talk(stage, page);
    await talk.phone.says(/Registered/);
  });
  afterEach(() => stage.close());

  it("takes an outgoing call over at each page load, and logs it once", async () => {
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    for (const path of ["/003/o", "/001/o", "/home"]) {
      await load(page, stage.crm + path);
      await talk.connected();
      await talk.isHeardBothWays();
      await talk.phone.region.getByText(/Sound back after/).waitFor();
    }
    assert.equal(stage.demo.exchange.stats().runningCalls, 1);
    await talk.phone.root.getByLabel("Notes").fill("asked for a quote");
    await load(page, `${stage.crm}/003/o`);
    await talk.isHeardBothWays();
    await talk.hangUp();
    assert.include((await onlyTask(stage))?.Description, "asked for a quote");
  });

  it("takes an incoming call over, as mute as it was", async () => {
    talk.customerCalls();
    await talk.phone.button("Answer").click();
    await talk.connected();
    await talk.isHeardBothWays();
    await talk.phone.button("Mute").click();
    await talk.phone.root.getByRole("button", { name: "Mute", pressed: true }).waitFor();
    await load(page, `${stage.crm}/003/o`);
    await talk.connected();
    await talk.isMuted();
    await talk.phone.root.getByRole("button", { name: "Mute", pressed: true }).click();
    await talk.isHeardBothWays();
    talk.exchange.hangUp(talk.id);
    await talk.phone.says(/The other side hung up/);
    await onlyTask(stage);
  });
});
