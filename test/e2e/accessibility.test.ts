import { AxeBuilder } from "@axe-core/playwright";
import { assert } from "chai";
import type { Page } from "playwright-core";
import { loneNumber, toE164 } from "../../src/workbench/records/phone-number.ts";
import { softphoneButton, softphoneIn } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";

describe("accessibility", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  it("axe finds nothing on the console and in the softphone, idle, ringing, connected and ended", async () => {
    const page = await stage.visit("/console");
    const phone = softphoneIn(page);
    await phone.status.filter({ hasText: /Registered.*console/ }).waitFor({ state: "attached" });
    await softphoneButton(page).click();
    await phone.region.waitFor();
    assert.deepEqual(await faults(page), []);
    stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    await phone.button("Answer").waitFor();
    await page.getByText("Activity History").waitFor();
    assert.deepEqual(await faults(page), []);
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    assert.deepEqual(await faults(page), []);
    await phone.button("Hang up").click();
    await phone.region.getByText("Logged").waitFor();
    assert.deepEqual(await faults(page), []);
  });

  it("a call can be made, muted and ended with the keyboard alone", async () => {
    const page = await stage.visit("/home");
    const phone = softphoneIn(page);
    await phone.says(/Registered/);
    await phone.number.focus();
    await page.keyboard.type("600");
    await page.keyboard.press("Enter");
    await phone.says(/Connected/);
    await tabTo(page, "Mute");
    await page.keyboard.press("Space");
    await phone.root.locator('button[aria-pressed="true"]', { hasText: "Mute" }).waitFor();
    await tabTo(page, "Hang up");
    await page.keyboard.press("Enter");
    await phone.says(/You hung up/);
  });

  /** Presses Tab, then Shift+Tab, until the button is reached, as somebody without a mouse would. */
  async function tabTo(page: Page, name: string) {
    const frame = page.frame({ name: "sfdcSoftphone" });
    for (const key of [...many("Tab", 12), ...many("Shift+Tab", 30)]) {
      const focused = await frame?.evaluate(() => document.activeElement?.textContent);
      if (focused?.trim() === name) return;
      await page.keyboard.press(key);
    }
    assert.fail(`${name} cannot be reached with the Tab key`);
  }

  const many = (key: string, length: number) => Array.from({ length }, () => key);

  async function faults(page: Page) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }
});
