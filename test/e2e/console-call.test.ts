import { assert } from "chai";
import type { Page } from "playwright-core";
import { loneNumber } from "../../src/workbench/records/phone-number.ts";
import { softphoneHears } from "./support/browser.ts";
import { softphoneButton, softphoneIn, type SoftphonePage } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";

describe("a call from the console's list view", () => {
  let stage: Stage;
  let page: Page;
  let phone: SoftphonePage;

  before(async () => {
    stage = await Stage.open();
    page = await stage.visit("/console");
    phone = softphoneIn(page);
  });
  after(() => stage.close());

  it("says that it is in the console and registered, while it is hidden", async () => {
    await phone.status.filter({ hasText: /Registered.*console/ }).waitFor({ state: "attached" });
    assert.equal(stage.demo.exchange.registrations().length, 1);
    assert.equal(await softphoneButton(page).getAttribute("aria-expanded"), "false");
    assert.isFalse(await phone.region.isVisible());
  });

  it("is shown and hidden by its button in the footer", async () => {
    await softphoneButton(page).click();
    await phone.region.waitFor({ state: "visible" });
    assert.equal(await softphoneButton(page).getAttribute("aria-expanded"), "true");
    await softphoneButton(page).click();
    await phone.region.waitFor({ state: "hidden" });
  });

  it("dials the number that is clicked, and both ends hear each other", async () => {
    await page.getByRole("combobox", { name: /View/ }).selectOption({ label: "All Contacts" });
    await page.getByTitle(`Click to dial ${loneNumber}`).first().click();
    await phone.says(/Connected/);
    const call = await stage.call(
      ({ state, heard }) => state === "connected" && heard.rms > 0.01,
      "the customer to hear the agent",
    );
    assert.equal(call.to, "+14155550101");
    await softphoneHears(page, "the customer");
  });

  it("counts the seconds on the card", async () => {
    await phone.root.getByText(/0:0[2-9]/).waitFor();
  });

  it("logs the call with its type, length and contact, in the contact's activity history", async () => {
    await phone.root
      .getByRole("textbox", { name: "Notes" })
      .fill("Wants a quote & a call = soon; 50% off");
    await phone.button("Hang up").click();
    const task = await stage.firstLoggedCall();
    const contact = await stage.demo.org.get(task.fields.WhoId ?? "");
    assert.equal(contact?.fields.Phone, loneNumber);
    assert.include(task.fields, {
      CallType: "Outbound",
      Description: "Wants a quote & a call = soon; 50% off",
      Status: "Completed",
    });
    const seconds = Number(task.fields.CallDurationInSeconds);
    assert.isAtLeast(seconds, 2);
    assert.isAtMost(seconds, 60);
    await page
      .getByRole("link", { name: contact?.name ?? "" })
      .first()
      .click();
    const history = page.getByRole("table", { name: /Activity History/ });
    await history.getByText(task.fields.Subject ?? "?").waitFor();
  });

  it("made one registration and left no call behind", () => {
    assert.equal(stage.demo.exchange.registrations().length, 1);
    const running = stage.demo.exchange.calls().filter(({ state }) => state !== "ended");
    assert.isEmpty(running);
  });
});
