import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneHears } from "../support/browser.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";
import { watchFront } from "./front.ts";
import { Talk } from "./talk.ts";

describe("the phone's own window", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    stage = await Stage.open();
    // A window of its own is allowed the microphone apart from Salesforce's pages.
    const origin = `http://phone.localhost:${stage.demo.port}`;
    await stage.agent.grantPermissions(["microphone"], { origin });
    page = await stage.visit("/home");
    talk = new Talk(stage, page);
    await talk.phone.says(/Registered/);
  });
  afterEach(() => stage.close());

  const openWindow = () => talk.openWindow("This window carries the sound of your calls");

  const hears = (where: Page) => softphoneHears(where, "the robot");

  const robotHears = () =>
    talk.isHeardThere(({ rms }) => rms > 0.01, "the robot to hear the agent");

  it("carries a call that page loads do not touch", async () => {
    const home = await openWindow();
    await talk.dial("601");
    await talk.connected();
    await hears(home);
    await robotHears();
    const invites = talk.exchange.stats().requests.INVITE;
    for (const path of ["/003/o", "/001/o", "/setup", "/home"]) {
      await page.goto(stage.crm + path);
    }
    await talk.connected();
    await robotHears();
    assert.equal(talk.exchange.stats().requests.INVITE, invites);
    assert.equal(stage.agent.pages().length, 2);
    await talk.hangUp();
  });

  it("loses no packet of what the agent says over ten page loads", async () => {
    await openWindow();
    await talk.dial("601");
    await talk.connected();
    await robotHears();
    talk.exchange.mark(talk.id);
    const { packets } = talk.there.heard;
    for (let load = 0; load < 10; load += 1) {
      await page.goto(stage.crm + (load % 2 === 0 ? "/003/o" : "/home"));
      await talk.phone.says(/Connected/);
    }
    const { heard } = talk.there;
    assert.equal(heard.lost, 0);
    assert.isAbove(heard.packets - packets, 50, "a second of sound at least");
    await talk.hangUp();
  });

  it("takes over a running call, and gives it back to the page when it is closed", async () => {
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    const home = await openWindow();
    await hears(home);
    await robotHears();
    await home.close();
    await talk.isHeardBothWays();
    await talk.phone.root.getByText(/window is closed. Calls go on in this page/).waitFor();
    assert.equal(talk.there.state, "connected");
  });

  it("answers and hangs up like any other view", async () => {
    const home = await openWindow();
    talk.customerCalls();
    await home.getByRole("button", { name: "Answer" }).click();
    await talk.connected();
    await hears(home);
    await robotHears();
    await home.getByRole("button", { name: "Hang up" }).click();
    await talk.phone.says(/You hung up/);
  });

  it("stays the home of the sound while Salesforce is left and entered again", async () => {
    const home = await openWindow();
    await page.goto("about:blank");
    await page.goto(`${stage.crm}/home`);
    await talk.phone.says(/Registered/);
    await talk.phone.root.getByText("Calls are heard in the phone's own window.").waitFor();
    await talk.dial("601");
    await talk.connected();
    await hears(home);
  });

  it("finds the line again after its worker died", async () => {
    const home = await openWindow();
    await endWorker(stage);
    await talk.phone.says(/Registered/);
    await talk.phone.root.getByText("Calls are heard in the phone's own window.").waitFor();
    await talk.dial("601");
    await talk.connected();
    await hears(home);
    await robotHears();
    assert.lengthOf(stage.agent.pages(), 2);
  });

  it("is opened once, however often and from whichever page it is asked for while it waits for the microphone", async () => {
    await stage.agent.clearPermissions();
    await stage.agent.grantPermissions(["microphone"], { origin: stage.crm });
    const open = talk.phone.button("Keep the phone in its own window");
    const opening = page.waitForEvent("popup");
    await open.click();
    const home = await opening;
    await home.getByText(/This window needs the microphone too/).waitFor();
    await open.click();
    await page.goto(`${stage.crm}/003/o`);
    const origin = `http://phone.localhost:${stage.demo.port}`;
    await stage.agent.grantPermissions(["microphone"], { origin });
    await open.click();
    await home.getByText("This window carries the sound of your calls").waitFor();
    assert.lengthOf(stage.agent.pages(), 2);
    await talk.dial("601");
    await talk.connected();
    await hears(home);
    await robotHears();
  });

  it("is shown by a click where it is behind others, from the page that opened it and from the next: the call goes on", async () => {
    const home = await openWindow();
    const isShown = await watchFront(home);
    await talk.dial("601");
    await talk.connected();
    await robotHears();
    const show = talk.phone.button("Show the phone's window");
    for (const [times, path] of [
      [1, "/003/o"],
      [2, "/home"],
    ] as const) {
      await page.bringToFront();
      await show.click();
      await isShown(times);
      await page.goto(stage.crm + path);
      await talk.connected();
    }
    assert.lengthOf(stage.agent.pages(), 2);
    await hears(home);
    await robotHears();
    const other = new Talk(stage, await stage.visit("/001/o"));
    await other.phone.button("Show the phone's window").press("Enter");
    await other.phone.says(/cannot bring the phone's window forward/);
    assert.lengthOf(stage.agent.pages(), 3);
    await talk.hangUp();
  });

  it("says so when the browser blocks it, and the call stays in the page", async () => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.reload();
    await talk.phone.button("Keep the phone in its own window").click();
    await talk.phone.root.getByText(/The browser blocked the window/).waitFor();
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
  });
});

/** The browser ends the line's worker, as it does when it crashes; the page and the window are told nothing. */
async function endWorker({ browser, demo }: Stage): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  const worker = targetInfos.find(({ type }) => type === "shared_worker");
  const before = demo.exchange.stats().requests.REGISTER ?? 0;
  await session.send("Target.closeTarget", { targetId: worker?.targetId ?? "no worker" });
  await until(
    () => demo.exchange.stats().requests.REGISTER ?? 0,
    (now) => now > before,
    { what: "the next line to register" },
  );
}

describe("the phone's own window, as the administrator chose", () => {
  let stage: Stage;
  afterEach(() => stage.close());

  for (const [home, button] of [
    ["automatic", 1],
    ["window", 1],
    ["page", 0],
  ] as const) {
    it(home, async () => {
      stage = await Stage.open({ demo: { settings: { "/calls/home": home } } });
      const page = await stage.visit("/home");
      const phone = softphoneIn(page);
      await phone.says(/Registered. In Salesforce/);
      await phone.root.getByText("Calls outlive page loads in the background.").waitFor();
      if (home === "window") await phone.root.getByText(/Open it once/).waitFor();
      await until(
        () => phone.button("Keep the phone in its own window").count(),
        (count) => count === button,
        { what: "the button, or none" },
      );
    });
  }
});
