import { assert } from "chai";
import type { Page } from "playwright-core";
import { loneNumber, toE164 } from "../../../src/workbench/records/phone-number.ts";
import { softphoneButton, softphoneIn, type SoftphonePage } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

describe("a call in the console", () => {
  let stage: Stage;
  let page: Page;
  let phone: SoftphonePage;

  afterEach(() => stage.close());

  async function open(settings: Readonly<Record<string, string>> = {}) {
    // A phone that may not ring marks its button for that alone.
    stage = await Stage.open({ demo: { settings }, machine: { autoplay: true } });
    page = await stage.visit("/console#/apex/InteractionLog");
    page.setDefaultTimeout(12_000);
    phone = softphoneIn(page);
    await phone.registers();
    await phone.root.getByRole("combobox", { name: "Presence" }).waitFor({ state: "attached" });
  }

  const call = () => stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });

  /** `#004488`, as browsers write it. */
  const colour = "rgb(0, 68, 136)";
  const styleOf = () => softphoneButton(page).getAttribute("style");
  /** All that Salesforce was asked, by both toolkits, as its own side of the wire shows it. */
  const asked = async () => {
    await page.getByRole("button", { name: "Wire" }).click();
    const text = await page.locator(".wire").innerText();
    await page.getByRole("button", { name: "Wire" }).click();
    return text;
  };

  it("colours the button, gives it a picture, blinks, speaks in the title, and comes forward", async () => {
    await open({ "/notice/icon": "https://phone.test/ringing.png", "/notice/colour": "#004488" });
    assert.isFalse(await phone.region.isVisible());
    call();
    await phone.region.waitFor();
    await until(styleOf, (style) => style?.includes(colour) === true, { what: "the colour" });
    assert.equal(
      await softphoneButton(page).locator("img").getAttribute("src"),
      "https://phone.test/ringing.png",
    );
    await until(
      () => page.title(),
      (title) => /call/i.test(title),
      { what: "the title's turn" },
    );
    await until(
      () => softphoneButton(page).getAttribute("title"),
      (text) => text !== null && text === text.toUpperCase(),
      { what: "the blinking text" },
    );
    await phone.button("Decline").click();
    await until(styleOf, (style) => style?.includes(colour) !== true, {
      what: "the button at rest",
    });
    assert.notInclude(await softphoneButton(page).locator("img").getAttribute("src"), "ringing");
    await until(
      () => page.title(),
      (title) => !/call/i.test(title),
      { what: "the title at rest" },
    );
  });

  it("stays as it is where agent and administrator want none of that", async () => {
    const off = ["button", "blink", "title", "forward"].map((name) => [`/notice/${name}`, "false"]);
    await open(Object.fromEntries(off) as Record<string, string>);
    const before = [await styleOf(), await page.title()];
    call();
    await phone.button("Answer").waitFor({ state: "attached" });
    assert.deepEqual([await styleOf(), await page.title()], before);
    assert.isFalse(await phone.region.isVisible());
  });

  it("keeps the phone in its window until it is over, and grows and shrinks with what is shown", async () => {
    await open({ "/notice/maxHeight": "500" });
    await softphoneButton(page).click();
    const height = async () => (await page.locator("#softphone").boundingBox())?.height ?? 0;
    const idle = await height();
    call();
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    await until(height, (now) => now > idle, { what: "the phone to grow" });
    assert.isAtMost(await height(), 540);
    await phone.button("Hang up").click();
    await stage.firstLoggedCall();
    await phone.button("Dismiss").click();
    await until(height, (now) => now <= idle + 60, { what: "the phone to shrink" });
    const wire = await asked();
    assert.match(
      wire,
      /setCustomConsoleComponentPopoutable[^]*setCustomConsoleComponentPopoutable/,
    );
    assert.match(wire, /setSoftphoneHeight/);
  });

  /** The console tells of a custom shortcut by an event, as any of its components could. */
  const press = (name: string) =>
    page.frame({ name: "apex-InteractionLog" })?.evaluate((event) => {
      const { sforce } = window as unknown as { sforce: { console: Console } };
      sforce.console.fireEvent(event, "");
    }, `switchhook.${name}`);

  it("obeys the console's custom shortcuts where the administrator wants it", async () => {
    await open({ "/notice/shortcuts": "true" });
    call();
    await phone.button("Answer").waitFor();
    await press("answer");
    await phone.says(/Connected/);
    await press("mute");
    await phone.root.getByRole("button", { name: "Mute", pressed: true }).waitFor();
    await press("hold");
    await stage.call(({ held }) => held, "the customer to be held");
    await press("hold");
    await stage.call(({ held }) => !held, "the customer to be taken back");
    await press("hangUp");
    await phone.says(/You hung up/);
  });

  it("dials the number that is selected in the phone, by the console's shortcut", async () => {
    await open({ "/notice/shortcuts": "true" });
    call();
    await phone.button("Answer").press("Enter");
    await phone.says(/Connected/);
    await phone.button("Hang up").press("Enter");
    await stage.firstLoggedCall();
    // A caller without a name is called by the number.
    await phone.root.locator("article .who, article .number").last().selectText();
    await press("dialSelected");
    await stage.call(({ to }) => to === toE164(loneNumber), "the selected number to be called");
  });

  it("obeys no component that only pretends to be a shortcut", async () => {
    await open({ "/notice/shortcuts": "false" });
    call();
    await phone.button("Answer").waitFor();
    await press("answer");
    await phone.number.press("Alt+Shift+KeyA");
    await phone.says(/Connected/);
    await press("hangUp");
    await press("mute");
    await phone.number.press("Alt+Shift+KeyH");
    await stage.call(({ held }) => held, "the customer to be held, by the agent's own key");
    assert.equal(await phone.button("Mute").getAttribute("aria-pressed"), "false");
  });
});

interface Console {
  fireEvent(name: string, message: string): void;
}
