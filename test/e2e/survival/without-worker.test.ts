import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneHears } from "../support/browser.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { abilities } from "./abilities.ts";
import { playground, robots } from "./abilities/playground.ts";
import { watchFront } from "./front.ts";
import { Talk } from "./talk.ts";
import { isReady, isUndisturbed, presence, wantNoCalls, wantsNoCalls } from "./wants.ts";

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

/** What a line that is gone leaves to the next one, beside a single talk: by the names of the abilities. */
const left = new Set([
  "a call on hold",
  "a call on hold while somebody is asked",
  "a conference",
  "a call that is about to be answered by itself",
  "an agent who is not to be disturbed",
]);

describe("a line that lives in the page, where the browser keeps no worker", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    stage = await Stage.open({ demo: playground });
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

  for (const ability of abilities.filter(({ name }) => left.has(name))) {
    it(`takes over ${ability.name}`, async () => {
      await ability.begin(talk);
      await load(page, `${stage.crm}/003/o`);
      await ability.survived(talk);
    });
  }

  it("goes on ringing for a caller in the next page, and the one after it, where they are answered", async () => {
    talk.customerCalls();
    await talk.phone.button("Answer").waitFor();
    await load(page, `${stage.crm}/003/o`);
    await talk.phone.button("Answer").waitFor();
    assert.equal(talk.there.state, "ringing");
    await load(page, `${stage.crm}/001/o`);
    await talk.phone.button("Answer").click();
    await talk.connected();
    await talk.isHeardBothWays();
    await talk.hangUp();
    assert.include(await onlyTask(stage), { CallType: "Inbound" });
  });

  it("declines a caller whom the page before it heard ring", async () => {
    talk.customerCalls();
    await talk.phone.button("Answer").waitFor();
    await load(page, `${stage.crm}/003/o`);
    await talk.phone.button("Decline").click();
    await talk.endsByItself();
    await talk.phone.says(/You declined/);
  });

  it("notes a caller who gives up in the next page as missed", async () => {
    talk.customerCalls();
    await talk.phone.button("Answer").waitFor();
    await load(page, `${stage.crm}/003/o`);
    talk.exchange.hangUp(talk.id);
    await talk.phone.says(/Missed call/);
    assert.include(await onlyTask(stage), { CallDisposition: "Missed" });
  });

  it("notes a caller who gave up while there was no page as missed", async () => {
    talk.customerCalls();
    await talk.phone.button("Answer").waitFor();
    await page.goto("about:blank");
    talk.exchange.hangUp(talk.id);
    await load(page, `${stage.crm}/003/o`);
    await talk.phone.says(/Missed call/);
    assert.include(await onlyTask(stage), { CallDisposition: "Missed" });
  });

  it("gives a call up that rings there, says so, and calls again when it is told to", async () => {
    await talk.dial(robots.slow);
    await talk.phone.says(/Ringing/);
    await load(page, `${stage.crm}/003/o`);
    await talk.endsByItself();
    await talk.phone.says(/The page changed before anybody answered/);
    await onlyTask(stage);
    const again = await talk.another(() => talk.phone.button("Call back").click());
    await again.connected();
    await again.isHeardBothWays();
  });

  it("is in one tab at a time: another says so, gets it with its call on request, and when that tab goes", async () => {
    const other = new Talk(stage, await stage.visit("/003/o"));
    await other.phone.says(/in use in another tab/);
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    await talk.phone.root.getByLabel("Notes").fill("asked for a quote");
    const there = await talk.movesTo(other, () => other.phone.button("Use the phone here").click());
    await there.isHeardBothWays();
    await talk.phone.says(/in use in another tab/);
    await talk.phone.button("Hang up").waitFor({ state: "detached" });
    const back = await there.movesTo(talk, () => there.page.close());
    await back.isHeardBothWays();
    assert.equal(stage.demo.exchange.stats().runningCalls, 1);
    assert.equal(stage.demo.exchange.registrations().length, 1);
    await back.hangUp();
    assert.include((await onlyTask(stage))?.Description, "asked for a quote");
  });

  it("takes to another tab what the agent wants, on request and when a tab is closed", async () => {
    const other = new Talk(stage, await stage.visit("/003/o"));
    await other.phone.says(/in use in another tab/);
    await wantNoCalls(talk);
    await other.phone.button("Use the phone here").click();
    await other.phone.says(/Registered/);
    await wantsNoCalls(other);
    await other.anotherCustomer().endsByItself();
    await talk.phone.says(/in use in another tab/);
    await presence(other).selectOption("Ready");
    await isReady(other, true);
    await other.page.close();
    await talk.phone.says(/Registered/);
    await isUndisturbed(talk, true);
    await isReady(talk, true);
    await talk.anotherCustomer().endsByItself();
    await talk.phone.button("Do not disturb").click();
    await isUndisturbed(talk, false);
    await load(page, `${stage.crm}/003/o`);
    await isUndisturbed(talk, false);
  });
});

describe("the whole line in the phone's own window, where the browser keeps no worker", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    stage = await Stage.open({ demo: playground });
    // As in a browser that has shared workers, and does not know of their extended lifetime.
    await stage.agent.addInitScript(forgetExtendedLifetime);
    const origin = `http://phone.localhost:${stage.demo.port}`;
    await stage.agent.grantPermissions(["microphone"], { origin });
    page = await stage.visit("/home");
    talk = new Talk(stage, page);
    await talk.phone.says(/Registered/);
  });
  afterEach(() => stage.close());

  const openWindow = () => talk.openWindow("The phone lives in this window");

  const hears = (where: Page) => softphoneHears(where, "the robot");
  const robotHears = () =>
    talk.isHeardThere(({ rms }) => rms > 0.01, "the robot to hear the agent");

  it("keeps calls and registration over page loads without a gap, and logs the call once", async () => {
    const home = await openWindow();
    await talk.dial("601");
    await talk.connected();
    await hears(home);
    await robotHears();
    const { REGISTER, INVITE } = talk.exchange.stats().requests;
    talk.exchange.mark(talk.id);
    for (const path of ["/003/o", "/001/o", "/home"]) {
      await load(page, stage.crm + path);
      await talk.connected();
    }
    await robotHears();
    assert.deepInclude(talk.exchange.stats().requests, { REGISTER, INVITE });
    // It is one stream, of which every packet came.
    assert.equal(talk.there.heard.lost, 0);
    assert.lengthOf(stage.agent.pages(), 2);
    await talk.phone.root.getByLabel("Notes").fill("asked for a quote");
    await load(page, `${stage.crm}/003/o`);
    await talk.hangUp();
    assert.include((await onlyTask(stage))?.Description, "asked for a quote");
  });

  it("rings for a caller over page loads, and is answered in the page that is there", async () => {
    const home = await openWindow();
    talk.customerCalls();
    await talk.phone.button("Answer").waitFor();
    await load(page, `${stage.crm}/003/o`);
    await talk.phone.button("Answer").click();
    await talk.connected();
    await hears(home);
    await robotHears();
  });

  it("takes a running call over when it is opened, and gives it back when it is closed: one call, one log", async () => {
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    const home = await openWindow();
    await talk.connected();
    await hears(home);
    await robotHears();
    await home.close();
    await talk.phone.root.getByText(/Each page signs in anew/).waitFor();
    await talk.phone.root.getByText(/window is closed. Calls go on in this page/).waitFor();
    await talk.connected();
    await talk.isHeardBothWays();
    assert.equal(stage.demo.exchange.stats().runningCalls, 1);
    await talk.hangUp();
    await onlyTask(stage);
    assert.lengthOf(stage.agent.pages(), 1);
  });

  it("takes along what the agent wants when it is opened, and gives it back when it is closed", async () => {
    await wantNoCalls(talk);
    const home = await openWindow();
    await wantsNoCalls(talk);
    await talk.anotherCustomer().endsByItself();
    await presence(talk).selectOption("Ready");
    await isReady(talk, true);
    await load(page, `${stage.crm}/003/o`);
    await isUndisturbed(talk, true);
    await home.close();
    await talk.phone.root.getByText(/Each page signs in anew/).waitFor();
    await talk.phone.says(/Registered/);
    await isUndisturbed(talk, true);
    await isReady(talk, true);
    await talk.anotherCustomer().endsByItself();
  });

  it("is found again after Salesforce was left and entered again", async () => {
    const isShown = await watchFront(await openWindow());
    await page.goto("about:blank");
    await page.goto(`${stage.crm}/home`);
    await talk.phone.says(/Registered/);
    await talk.phone.root.getByText("Calls are heard in the phone's own window.").waitFor();
    await talk.phone.button("Show the phone's window").click();
    await isShown(1);
    assert.lengthOf(stage.agent.pages(), 2);
  });

  it("is used by other tabs, too: one registration, one call, one log", async () => {
    const other = new Talk(stage, await stage.visit("/003/o"));
    await other.phone.says(/in use in another tab/);
    const home = await openWindow();
    await other.phone.root.getByText("Calls are heard in the phone's own window.").waitFor();
    await other.phone.says(/Registered/);
    await talk.dial("601");
    await talk.connected();
    await hears(home);
    await other.phone.says(/Connected/);
    const third = new Talk(stage, await stage.visit("/001/o"));
    await third.phone.says(/Connected/);
    // The tab that opened the window goes on loading pages, and the others with it.
    await load(page, `${stage.crm}/003/o`);
    await robotHears();
    await other.phone.root.getByLabel("Notes").fill("asked for a quote");
    await third.page.close();
    assert.equal(stage.demo.exchange.stats().runningCalls, 1);
    assert.lengthOf(stage.demo.exchange.registrations(), 1);
    await other.phone.button("Hang up").click();
    await talk.endsByItself();
    await talk.phone.says(/You hung up/);
    assert.include((await onlyTask(stage))?.Description, "asked for a quote");
  });

  it("is used by a tab that is opened while the window's own tab is between two pages", async () => {
    await openWindow();
    const { REGISTER } = talk.exchange.stats().requests;
    await page.goto("about:blank");
    await stage.agent.addInitScript(waitPatiently);
    const other = new Talk(stage, await stage.visit("/003/o"));
    await other.phone.root.locator("css=:root[data-waits]").waitFor({ state: "attached" });
    await load(page, `${stage.crm}/home`);
    await other.phone.says(/Registered/);
    await other.phone.root.getByText("Calls are heard in the phone's own window.").waitFor();
    assert.equal(talk.exchange.stats().requests.REGISTER, REGISTER);
    assert.lengthOf(stage.demo.exchange.registrations(), 1);
  });

  for (const [what, open] of [
    ["that is there", true],
    ["that is opened then", false],
  ] as const) {
    it(`gives its call to another tab ${what}, when its own tab is closed`, async () => {
      const before = open && new Talk(stage, await stage.visit("/003/o"));
      const home = await openWindow();
      const gone = home.waitForEvent("close");
      await talk.dial("601");
      await talk.connected();
      await hears(home);
      await page.close();
      const other = before || new Talk(stage, await stage.visit("/003/o"));
      await other.phone.root.getByText(/Each page signs in anew/).waitFor();
      const there = await talk.movesTo(other, () => Promise.resolve());
      await there.isHeardBothWays();
      assert.equal(stage.demo.exchange.stats().runningCalls, 1);
      await gone;
      await until(
        () => stage.demo.exchange.registrations().length,
        (count) => count === 1,
        { what: "the window's registration to be gone" },
      );
      await there.hangUp();
      await onlyTask(stage);
    });
  }

  it("leaves to another tab what the agent wants, when its own tab is closed", async () => {
    const other = new Talk(stage, await stage.visit("/003/o"));
    await other.phone.says(/in use in another tab/);
    await wantNoCalls(talk);
    const home = await openWindow();
    await isUndisturbed(talk, true);
    await other.phone.root.getByText("Calls are heard in the phone's own window.").waitFor();
    await isUndisturbed(other, true);
    const gone = home.waitForEvent("close");
    await page.close();
    await other.phone.root.getByText(/Each page signs in anew/).waitFor();
    await gone;
    await other.phone.says(/Registered/);
    await wantsNoCalls(other);
    await other.anotherCustomer().endsByItself();
  });

  it("that the browser blocks is said, and the line stays in the page", async () => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.reload();
    await talk.phone.says(/Registered/);
    await talk.phone.button("Keep the phone in its own window").click();
    await talk.phone.root.getByText(/The browser blocked the window/).waitFor();
    await talk.phone.root.getByText(/Each page signs in anew.*keeps no shared worker/).waitFor();
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
  });
});

/**
 * Runs in every frame before its scripts. A tab between two pages is waited for no longer than three seconds, which a busy
 * machine needs by itself: here its note is as new as the page, and the wait has no end. The page says when it begins.
 */
function waitPatiently() {
  if (!location.hostname.startsWith("phone.")) return;
  const now = Date.now();
  Date.now = () => now;
  for (const key of Object.keys(localStorage))
    if (key.startsWith("switchhook-window-v")) localStorage.setItem(key, String(now));
  const original = window.setTimeout.bind(window);
  window.setTimeout = ((task: () => void, pause?: number) => {
    if (pause !== 3_000) return original(task, pause);
    document.documentElement.dataset.waits = "yes";
    return 0;
  }) as typeof window.setTimeout;
}

/** Runs in every frame before its scripts. */
function forgetExtendedLifetime() {
  const Original = window.SharedWorker;
  window.SharedWorker = class extends Original {
    constructor(url: string | URL, options: string | WorkerOptions = {}) {
      super(url, typeof options === "string" ? options : options.name);
    }
  };
}
