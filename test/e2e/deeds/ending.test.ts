import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

describe("the line's end", () => {
  let stage: Stage;
  let page: Page;
  afterEach(() => stage.close());

  async function talk(path = "/home", settings = {}) {
    stage = await Stage.open({ demo: { settings } });
    page = await stage.visit(path);
    const phone = softphoneIn(page);
    await phone.registers();
    const id = stage.demo.exchange.customerCalls({ from: "+14155560001", to: "agent" });
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    return id;
  }

  const noGhost = () =>
    until(
      () => stage.demo.exchange.stats(),
      ({ registrations, runningCalls }) => registrations === 0 && runningCalls === 0,
      { what: "no registration and no call", seconds: 30 },
    );

  it("comes when the last page is gone for the time the administrator chose; the next page logs the call", async () => {
    const id = await talk("/home", { "/calls/keepFor": "5" });
    const closed = Date.now();
    await page.close();
    const ended = await stage.call(
      (call) => call.id === id && call.state === "ended",
      "the hang-up",
    );
    assert.isAtLeast(Date.parse(ended.since) - closed, 4_500);
    await noGhost();
    page = await stage.visit("/home");
    await until(
      () => stage.loggedCalls(),
      (tasks) => tasks.length === 1,
      { what: "the Task" },
    );
  });

  it("does not come for a page that is away for a while", async () => {
    const id = await talk("/home", { "/calls/keepFor": "30" });
    await page.goto("about:blank");
    await until(
      () => Date.now(),
      (
        (end) => (now: number) =>
          now > end
      )(Date.now() + 3_000),
      {
        what: "three seconds without a page",
      },
    );
    await page.goto(`${stage.crm}/home`);
    await softphoneIn(page).says(/Connected/);
    assert.equal(stage.demo.exchange.call(id)?.state, "connected");
  });

  it("comes at once when the console logs the agent out; the call is logged at their return", async () => {
    const id = await talk("/console?scenario=console-logs-out");
    await stage.call((call) => call.id === id && call.state === "ended", "the hang-up");
    await until(
      () => stage.demo.exchange.registrations(),
      ({ length }) => length === 0,
      { what: "the registration to be gone" },
    );
    await page.close();
    page = await stage.visit("/console?scenario=none");
    const task = await stage.firstLoggedCall();
    assert.equal(task.fields.CallDisposition, "Answered");
    assert.lengthOf(await stage.loggedCalls(), 1);
  });
});
