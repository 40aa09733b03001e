import { assert } from "chai";
import type { Scenario } from "../../../src/workbench/scenarios/scenario.ts";
import { scenarioIn, scenarios } from "../../../src/workbench/scenarios/scenarios.ts";
import { Heard, type Reply, Stage } from "../stage.ts";

function named(name: string): Scenario {
  const scenario = scenarioIn(`?scenario=${name}`);
  if (scenario === undefined) throw new Error(`No scenario ${name}`);
  return scenario;
}

function answersSent({ salesforce }: Stage): number {
  return salesforce.wire.value.filter(({ direction }) => direction === "toSoftphone").length;
}

describe("workbench/scenarios", () => {
  it("are found by an address, each by one name, with a title and a sentence", () => {
    const names = scenarios.map(({ name }) => name);
    assert.lengthOf(new Set(names), scenarios.length);
    for (const { name, title, story } of scenarios) {
      assert.match(name, /^[a-z0-9-]+$/);
      assert.isNotEmpty(title);
      assert.match(story, /\.$/);
    }
    assert.isUndefined(scenarioIn("?scenario=none"));
    assert.isUndefined(scenarioIn(""));
  });

  it("never-answers: does as asked and says nothing", async () => {
    using stage = new Stage({ scenario: named("never-answers") });
    const phone = stage.softphone();
    const replies = new Heard();
    phone.call("interaction.setVisible", true, replies.listener);
    await shown(stage);
    assert.isTrue(stage.salesforce.softphone.value.visible);
    assert.lengthOf(replies.all, 0);
    assert.equal(answersSent(stage), 0);
  });

  it("answers-twice: sends each answer two times", async () => {
    using stage = new Stage({ scenario: named("answers-twice") });
    await stage.softphone().ask("isInConsole");
    await entries(stage, 3);
    const [, first, second] = stage.salesforce.wire.value;
    assert.equal(first?.raw, second?.raw);
  });

  it("answers-late, save-log-late: answer after everybody gave up", () => {
    for (const name of ["answers-late", "save-log-late"]) {
      const answer = { api: "interaction", method: "saveLog", payload: {} } as const;
      assert.isAbove(named(name).deliver?.(answer)[0]?.after ?? 0, 10_000);
    }
  });

  it("answers-out-of-order: lets a later question be answered first", async () => {
    using stage = new Stage({ scenario: named("answers-out-of-order") });
    const phone = stage.softphone();
    const order: string[] = [];
    await Promise.all([
      phone.ask("isVisible").then(() => order.push("first asked")),
      phone.ask("getPageInfo").then(() => order.push("then asked")),
    ]);
    assert.deepEqual(order, ["then asked", "first asked"]);
  });

  it("answers-with-error: refuses without doing, but lets the softphone start", async () => {
    using stage = new Stage({ scenario: named("answers-with-error") });
    const phone = stage.softphone();
    assert.include(await phone.ask("saveLog", "Task", "Subject=x"), {
      result: false,
      error: "Insufficient privileges",
    });
    assert.lengthOf(stage.store.saved, 0);
    assert.deepEqual(await phone.askConsole("openPrimaryTab", [null, "/003", true, "x"]), {
      success: false,
    });
    assert.include(await phone.ask("isInConsole"), { result: true });
  });

  it("foreign-message: speaks beside the answers, which are heard all the same", async () => {
    using stage = new Stage({ scenario: named("foreign-message") });
    const phone = stage.softphone();
    assert.isString((await phone.ask("getPageInfo")).result);
    assert.include(await phone.askConsole("getPrimaryTabIds"), { success: true });
    assert.include(stage.complaints, "Failed to process API response.");
  });

  it("second-monitor: refuses setVisible", async () => {
    using stage = new Stage({ scenario: named("second-monitor") });
    assert.isString((await stage.softphone().ask("setVisible", true)).error);
  });

  it("tab-limit: refuses the third tab", async () => {
    using stage = new Stage({ scenario: named("tab-limit") });
    const phone = stage.softphone();
    await phone.ask("screenPop", "/001", true);
    await phone.ask("screenPop", "/003", true);
    assert.include(await phone.ask("screenPop", "/500", true), { result: false });
  });

  it("api-25: takes the callback as the second argument of screenPop", async () => {
    const version = Number.parseInt(named("api-25").toolkitVersion ?? "", 10);
    using stage = new Stage({ scenario: named("api-25") });
    const phone = stage.softphone({ version });
    assert.include(await phone.ask("screenPop", "/003"), { result: true });
    assert.lengthOf(stage.salesforce.console.value.primaryTabs, 1);
    assert.throws(() => phone.call("interaction.refreshPage"), /No method/);
    const raw = stage.salesforce.wire.value.map((entry) => entry.raw);
    assert.deepEqual(raw, [
      "method=screenPop_0&targetUrl=%2F003&nonce=n0nce",
      "method=screenPop_0&result=true",
    ]);
  });

  it("save-log-result-is-id: has the Id where true should be", async () => {
    using stage = new Stage({ scenario: named("save-log-result-is-id") });
    const phone = stage.softphone();
    const reply = await phone.ask("saveLog", "Task", "Subject=x");
    assert.deepInclude(reply, { result: "00Tx00000012345" });
    assert.notProperty(reply, "id");
  });

  it("save-log-refused, save-log-silent, save-log-twice: differ in what was saved and said", async () => {
    const outcome = async (name: string) => {
      const stage = new Stage({ scenario: named(name) });
      const phone = stage.softphone();
      phone.call("interaction.saveLog", "Task", "Subject=x", () => undefined);
      await phone.ask("isInConsole");
      return stage;
    };
    using refused = await outcome("save-log-refused");
    assert.lengthOf(refused.store.saved, 0);
    assert.equal(answersSent(refused), 2);
    using silent = await outcome("save-log-silent");
    assert.lengthOf(silent.store.saved, 1);
    assert.equal(answersSent(silent), 1);
    using twice = await outcome("save-log-twice");
    await entries(twice, 5);
    assert.lengthOf(twice.store.saved, 1);
    assert.equal(answersSent(twice), 3);
  });

  it("malformed-settings: sends half of the text", async () => {
    using stage = new Stage({ scenario: named("malformed-settings") });
    const { result }: Reply = await stage.softphone().ask("cti.getCallCenterSettings");
    assert.throws(() => JSON.parse(String(result)) as unknown, SyntaxError);
  });

  it("console-logs-out: ends the session some time after the first word", async () => {
    using stage = new Stage({ scenario: { ...named("console-logs-out"), logOutAfter: 1 } });
    const phone = stage.softphone();
    const heard = new Heard();
    phone.call("console.addEventListener", "SFORCE_CONSOLE:LOGOUT", heard.listener);
    await heard.next();
    assert.match(stage.salesforce.navigateTo.value ?? "", /logout/);
  });
});

/** Waits until so many messages have crossed. */
function entries({ salesforce }: Stage, count: number): Promise<void> {
  return new Promise((resolve) => {
    salesforce.wire.subscribe((all) => {
      if (all.length >= count) resolve();
    });
  });
}

function shown({ salesforce }: Stage): Promise<void> {
  return new Promise((resolve) => {
    salesforce.softphone.subscribe(({ visible }) => {
      if (visible) resolve();
    });
  });
}
