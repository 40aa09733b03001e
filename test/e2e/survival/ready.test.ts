import { assert } from "chai";
import type { Page } from "playwright-core";
import { loneNumber } from "../../../src/workbench/records/phone-number.ts";
import { itBeginsEarly } from "../support/begins-early.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { Talk } from "./talk.ts";

describe("a line that is always ready", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    stage = await Stage.open();
    page = await stage.visit("/home");
    await softphoneIn(page).says(/Registered/);
    talk = new Talk(stage, page);
  });
  afterEach(() => stage.close());

  it("shows a new page its true state without another REGISTER", async () => {
    const before = stage.demo.exchange.stats().requests.REGISTER;
    for (const path of ["/003/o", "/001/o", "/home"]) {
      await page.goto(stage.crm + path, { waitUntil: "commit" });
      await softphoneIn(page).says(/Registered/);
    }
    assert.equal(stage.demo.exchange.stats().requests.REGISTER, before);
  });

  it("keeps a number that is dialled while the connection is lost, and dials it once", async () => {
    stage.demo.exchange.dropSockets();
    await talk.phone.says(/Reconnecting/);
    await talk.dial("601");
    await talk.connected();
    assert.lengthOf(stage.demo.exchange.calls(), 1);
  });

  it("keeps a click in the page while the connection is lost, over a page load, and dials it once", async () => {
    await page.goto(`${stage.crm}/003`);
    await talk.phone.says(/Registered/);
    const number = page.getByTitle(`Click to dial ${loneNumber}`).first();
    await number.waitFor();
    // The line comes back at once where it can.
    const outage = setInterval(() => stage.demo.exchange.dropSockets(), 5);
    try {
      await talk.phone.says(/Reconnecting/);
      await number.click();
      await talk.phone.button("Cancel").waitFor();
      await page.goto(`${stage.crm}/001`);
      await talk.phone.button("Cancel").waitFor();
      assert.isEmpty(stage.demo.exchange.calls());
    } finally {
      clearInterval(outage);
    }
    await talk.phone.says(/Connected/);
    assert.lengthOf(stage.demo.exchange.calls(), 1);
  });

  it("takes a number back that still waits", async () => {
    // The line comes back at once where it can.
    const outage = setInterval(() => stage.demo.exchange.dropSockets(), 5);
    try {
      await talk.phone.says(/Reconnecting/);
      await talk.phone.dial("601");
      await talk.phone.button("Cancel").click();
    } finally {
      clearInterval(outage);
    }
    await talk.phone.says(/Registered/);
    await talk.dial("600");
    await talk.connected();
    assert.deepEqual(
      stage.demo.exchange.calls().map(({ to }) => to),
      ["600"],
    );
  });

  it("rings for a caller while no page shows a softphone, and in the next that does", async () => {
    await page.getByRole("link", { name: "Setup" }).click();
    await page.getByRole("heading", { name: "Setup" }).waitFor();
    talk.customerCalls();
    await until(
      () => talk.there.state,
      (state) => state === "ringing",
      { what: "the caller to hear it ring" },
    );
    await page.getByRole("link", { name: "Back to Home" }).click();
    await talk.phone.button("Answer").click();
    await talk.connected();
    await talk.isHeardBothWays();
  });

  itBeginsEarly("keeps a call through half a minute without a softphone", async () => {
    await using own = await Stage.open();
    const away = new Talk(own, await own.visit("/home"));
    await away.phone.says(/Registered/);
    await away.dial("601");
    await away.connected();
    await away.isHeardBothWays();
    await away.page.getByRole("link", { name: "Setup" }).click();
    away.exchange.mark(away.id);
    await until(
      () => away.there.heard.longestGapMs,
      (gap) => gap > 30_000,
      { what: "half a minute", seconds: 40 },
    );
    await away.page.getByRole("link", { name: "Back to Home" }).click();
    await away.connected();
    await away.isHeardBothWays();
    await away.phone.region.getByText(/Sound back after 3\d\.\d s/).waitFor();
  });
});

describe("a call in several tabs", () => {
  let stage: Stage;
  let first: Talk;
  let second: Talk;
  beforeEach(async () => {
    stage = await Stage.open();
    const [here, there] = [await stage.visit("/home"), await stage.visit("/003/o")];
    await softphoneIn(here).says(/Registered/);
    await softphoneIn(there).says(/Registered/);
    first = new Talk(stage, here);
    second = new Talk(stage, there);
  });
  afterEach(() => stage.close());

  it("is heard where it was answered, and moves to another tab on request", async () => {
    first.customerCalls();
    await second.phone.button("Answer").waitFor();
    await first.phone.button("Answer").click();
    await first.connected();
    await first.isHeardBothWays();
    await second.phone.button("Move the sound here").click();
    await second.isHeardHere();
    await first.isHeardThere(({ rms }) => rms > 0.01, "the customer to hear the agent");
    await first.phone.button("Move the sound here").waitFor();
    assert.equal(stage.demo.exchange.stats().runningCalls, 1);
  });

  it("is no business of another profile's phone", async () => {
    const stranger = await stage.anotherAgent();
    const page = await stranger.newPage();
    await page.goto(`${stage.crm}/home`);
    await softphoneIn(page).says(/Registered/);
    assert.equal(stage.demo.exchange.registrations().length, 2);
  });
});
