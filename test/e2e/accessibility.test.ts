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
    assert.deepEqual(await faultsOfPhone(page), []);
    await phone.button("Hang up").click();
    await phone.region.getByText("Logged").waitFor();
    assert.deepEqual(await faultsOfPhone(page), []);
  });

  for (const path of ["/console", "/home"]) {
    it(`axe finds nothing in what fills an agent's day, opened in ${path}`, async () => {
      const settings = { "/presence/wrapUp": "60", "/log/dispositions": "Sold; Not sold" };
      await using own = await Stage.open({ demo: { settings } });
      const page = await own.visit(path);
      const phone = softphoneIn(page);
      await phone.registers();
      if (path === "/console") await softphoneButton(page).click();
      await phone.unfold("How to tell me of a call");
      await phone.unfold("Calling list");
      await phone.root
        .getByLabel("Numbers to call, one on each line")
        .fill("+14155550102\n+14155550101");
      // The console was looked at above.
      assert.deepEqual(await (path === "/home" ? faults : faultsOfPhone)(page), []);
      await phone.button("Make a list").click();
      await phone.button("Call this number").click();
      await phone.root.getByText("Busy").first().waitFor();
      assert.deepEqual(await faultsOfPhone(page), []);
      await phone.button("Call this number").click();
      await phone.says(/Connected/);
      await phone.unfold(/^Log$/);
      await phone.root.getByRole("combobox", { name: "Outcome" }).waitFor();
      assert.deepEqual(await faultsOfPhone(page), []);
      await phone.button("Hang up").click();
      await phone.root.getByRole("timer").waitFor();
      assert.deepEqual(await faultsOfPhone(page), []);
    });
  }

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

  const faults = (page: Page) => faultsFoundBy(new AxeBuilder({ page }));

  /** Where nothing has changed around it since the whole was looked at. */
  const faultsOfPhone = (page: Page) =>
    faultsFoundBy(
      new AxeBuilder({ page })
        .include('iframe[name="sfdcSoftphone"]')
        .disableRules("page-has-heading-one"), // the page around it has one
    );

  async function faultsFoundBy(axe: AxeBuilder) {
    const { violations } = await axe.analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }
});
