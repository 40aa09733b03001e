import { assert } from "chai";
import { itBeginsEarly } from "../support/begins-early.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { Talk } from "../survival/talk.ts";
import { wantNoCalls, wantsNoCalls } from "../survival/wants.ts";

describe("the line's end", () => {
  async function talk(stage: Stage, path: string) {
    const page = await stage.visit(path);
    const phone = softphoneIn(page);
    await phone.registers();
    const id = stage.demo.exchange.customerCalls({ from: "+14155560001", to: "agent" });
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    return { id, page };
  }

  const noGhost = (stage: Stage) =>
    until(
      () => stage.demo.exchange.stats(),
      ({ registrations, runningCalls }) => registrations === 0 && runningCalls === 0,
      { what: "no registration and no call", seconds: 30 },
    );

  itBeginsEarly(
    "comes when the last page is gone for the time the administrator chose; the next page logs the call",
    async () => {
      await using stage = await Stage.open({ demo: { settings: { "/calls/keepFor": "5" } } });
      const { id, page } = await talk(stage, "/home");
      const closed = Date.now();
      await page.close();
      const ended = await stage.call(
        (call) => call.id === id && call.state === "ended",
        "the hang-up",
      );
      assert.isAtLeast(Date.parse(ended.since) - closed, 4_500);
      await noGhost(stage);
      await softphoneIn(await stage.visit("/home")).says(/Nobody had the phone open/);
      await until(
        () => stage.loggedCalls(),
        (tasks) => tasks.length === 1,
        { what: "the Task" },
      );
    },
  );

  itBeginsEarly(
    "comes when nobody needs it; the next page knows what the agent wants",
    async () => {
      await using stage = await Stage.open();
      const before = new Talk(stage, await stage.visit("/home"));
      await before.phone.registers();
      await wantNoCalls(before);
      await before.page.close();
      await noGhost(stage);
      const after = new Talk(stage, await stage.visit("/home"));
      await after.phone.registers();
      await wantsNoCalls(after);
      await after.anotherCustomer().endsByItself();
    },
  );

  it("comes when the agent signs out in one of two tabs, and no tab begins anew by itself", async () => {
    await using stage = await Stage.open();
    const page = await stage.visit("/home");
    const other = await stage.visit("/home");
    for (const each of [page, other]) await softphoneIn(each).registers();
    await softphoneIn(page).button("Sign out").click();
    for (const each of [page, other]) await softphoneIn(each).button("Sign in").waitFor();
    await noGhost(stage);
    const before = stage.demo.exchange.stats().requests;
    await other.goto(`${stage.crm}/003/o`);
    await softphoneIn(other).button("Sign in").waitFor();
    assert.deepEqual(stage.demo.exchange.stats().requests, before);
  });

  it("comes at once when the console logs the agent out; the call is logged at their return", async () => {
    await using stage = await Stage.open();
    const { id, page } = await talk(stage, "/console?scenario=console-logs-out");
    await stage.call((call) => call.id === id && call.state === "ended", "the hang-up");
    await until(
      () => stage.demo.exchange.registrations(),
      ({ length }) => length === 0,
      { what: "the registration to be gone" },
    );
    await page.close();
    await stage.visit("/console?scenario=none");
    const task = await stage.firstLoggedCall();
    assert.equal(task.fields.CallDisposition, "Answered");
    assert.lengthOf(await stage.loggedCalls(), 1);
  });
});
