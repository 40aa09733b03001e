import { assert } from "chai";
import { loneNumber, toE164 } from "../../../src/workbench/records/phone-number.ts";
import { softphoneButton, softphoneIn, SoftphonePage } from "../support/desk.ts";
import { earAtLoudspeaker, loudness } from "../support/ear.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

/**
 * Counts the notifications that are shown for good. Chromium forgets one, and what is clicked on it, when somebody
 * reads the list while it is being shown: so nobody is to ask for the list to learn of it.
 */
const countShown = `{
  const { showNotification } = ServiceWorkerRegistration.prototype;
  globalThis.shownNotifications = 0;
  ServiceWorkerRegistration.prototype.showNotification = async function (...given) {
    await showNotification.apply(this, given);
    globalThis.shownNotifications += 1;
  };
}`;

describe("a call that wants to be noticed", () => {
  let stage: Stage;

  beforeEach(async () => (stage = await Stage.open()));
  afterEach(() => stage.close());

  const call = () => stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });

  it("marks the button in every console, until it is answered in one of them, by key", async () => {
    const [one, other] = [await stage.visit("/console"), await stage.visit("/console")];
    const phone = softphoneIn(other);
    await phone.registers();
    await phone.root.getByRole("combobox", { name: "Presence" }).waitFor({ state: "attached" });
    call();
    for (const page of [one, other]) {
      await until(
        () => softphoneButton(page).getAttribute("title"),
        (title) => /call/i.test(title ?? ""),
        { what: "the marked button" },
      );
    }
    await phone.number.press("Alt+Shift+KeyA");
    await phone.says(/Connected/);
    for (const page of [one, other]) {
      await until(
        () => softphoneButton(page).getAttribute("title"),
        (title) => title === "Softphone",
        { what: "the button at rest" },
      );
    }
  });

  it("turns the title in every console and rings in one, until it is answered in the other", async () => {
    await using loud = await Stage.open({ machine: { autoplay: true } });
    // What compiles the tests gives functions their names by a function of its own, which pages do not have.
    await loud.agent.addInitScript("globalThis.__name = (named) => named");
    await loud.agent.addInitScript(earAtLoudspeaker);
    const pages = [await loud.visit("/console"), await loud.visit("/console")];
    for (const page of pages) await softphoneIn(page).registers();
    const titles = () => Promise.all(pages.map((page) => page.title()));
    const sounds = () => Promise.all(pages.map(loudness));
    const atRest = await titles();
    loud.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    await until(titles, (now) => now.every((title) => /call/i.test(title)), { what: "the titles" });
    const heard = await until(sounds, (now) => Math.max(...now) > 0.05, { what: "the ring" });
    const silent = pages[heard.indexOf(Math.min(...heard))] ?? assert.fail("a page that is silent");
    await softphoneIn(silent).number.press("Alt+Shift+KeyA");
    await softphoneIn(silent).says(/Connected/);
    await until(titles, (now) => now.join() === atRest.join(), { what: "the titles at rest" });
    await until(sounds, (now) => Math.max(...now) === 0, { what: "silence" });
  });

  it("is answered from the desktop notification of the phone's own page", async () => {
    const { port, passwords } = stage.demo;
    const origin = `http://phone.localhost:${port}`;
    await stage.agent.grantPermissions(["notifications", "microphone"], { origin });
    await stage.agent.addInitScript(countShown);
    const page = await stage.agent.newPage();
    await page.goto(`${origin}/`);
    const phone = new SoftphonePage(page);
    await phone.root.getByLabel("Password").fill(passwords.agent ?? "");
    await phone.button("Sign in").click();
    await phone.root.getByText("How to tell me of a call").waitFor();
    const worker =
      stage.agent.serviceWorkers()[0] ?? (await stage.agent.waitForEvent("serviceworker"));
    call();
    await until(
      () => page.evaluate<number>("globalThis.shownNotifications"),
      (shown) => shown === 1,
      { what: "the notification" },
    );
    await worker.evaluate(async () => {
      const scope = globalThis as unknown as {
        registration: ServiceWorkerRegistration;
        NotificationEvent: new (name: string, init: object) => Event;
        dispatchEvent(event: Event): void;
      };
      const [notification] = await scope.registration.getNotifications();
      const click = { notification, action: "answer" };
      scope.dispatchEvent(new scope.NotificationEvent("notificationclick", click));
    });
    await phone.says(/Connected/);
    const left = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).length;
    });
    assert.equal(left, 0);
  });

  it("cannot show notifications inside Salesforce's page, and says where it can", async () => {
    const page = await stage.visit("/home");
    const phone = softphoneIn(page);
    await phone.root.getByText("How to tell me of a call").click();
    await phone.root
      .getByText("The browser allows these in the phone's own window only.")
      .waitFor();
    const isFramed = await page
      .frame({ name: "sfdcSoftphone" })
      ?.evaluate(() => window.top !== window && Notification.permission);
    assert.notEqual(isFramed, "granted");
  });
});
