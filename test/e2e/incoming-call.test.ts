import { assert } from "chai";
import type { Page } from "playwright-core";
import {
  loneNumber,
  sharedNumber,
  toE164,
  unknownNumber,
} from "../../src/workbench/records/phone-number.ts";
import { softphoneHears } from "./support/browser.ts";
import { softphoneButton, softphoneIn, type SoftphonePage } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";

describe("a customer who calls", () => {
  let stage: Stage;
  let page: Page;
  let phone: SoftphonePage;

  beforeEach(async () => {
    stage = await Stage.open();
    page = await stage.visit("/console");
    phone = softphoneIn(page);
    await phone.status.filter({ hasText: /Registered.*console/ }).waitFor({ state: "attached" });
  });
  afterEach(() => stage.close());

  it("makes the softphone appear and ring, and opens the contact's tab", async () => {
    const [contact] = await stage.demo.org.search(loneNumber, ["Contact"]);
    stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    await phone.button("Answer").waitFor();
    await phone.says(/Ringing/);
    assert.match((await softphoneButton(page).textContent()) ?? "", /Call|Ring/i);
    await page.getByRole("tab", { name: contact?.name ?? "?" }).waitFor();
    await phone.region
      .getByText(contact?.name ?? "?")
      .first()
      .waitFor();
  });

  it("is heard after the answer, and the call is logged when the customer hangs up", async () => {
    const [contact] = await stage.demo.org.search(loneNumber, ["Contact"]);
    const id = stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    await softphoneHears(page, "the customer");
    await stage.call(({ heard }) => heard.rms > 0.01, "the customer to hear the agent");
    stage.demo.exchange.hangUp(id);
    await phone.says(/hung up/);
    const task = await stage.firstLoggedCall();
    assert.include(task.fields, { CallType: "Inbound", WhoId: contact?.Id ?? "?" });
    await phone.region.getByText("Logged").waitFor();
    // In the tab that popped, without anybody loading it again.
    const history = page.getByRole("table", { name: /Activity History/ });
    await history.getByText(task.fields.Subject ?? "?").waitFor();
  });

  it("is shown by number when nobody has that number", async () => {
    stage.demo.exchange.customerCalls({ from: toE164(unknownNumber), to: "agent" });
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    await phone.region
      .getByText(/415.*555.*0199/)
      .first()
      .waitFor();
    await phone.button("Hang up").click();
    const task = await stage.firstLoggedCall();
    assert.notProperty(task.fields, "WhoId");
  });

  it("can be told apart by hand when two contacts share the number", async () => {
    const sharers = await stage.demo.org.search(sharedNumber, ["Contact"]);
    assert.lengthOf(sharers, 2);
    stage.demo.exchange.customerCalls({ from: toE164(sharedNumber), to: "agent" });
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    const [, second] = sharers;
    await phone.region.getByRole("button", { name: second?.name ?? "?" }).click();
    await phone.button("Hang up").click();
    const task = await stage.firstLoggedCall();
    assert.equal(task.fields.WhoId, second?.Id);
  });

  it("can be declined, and the phone is ready again", async () => {
    const id = stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    await phone.button("Decline").click();
    await stage.call((call) => call.id === id && call.state === "ended", "the call to end");
    await phone.says(/You declined/);
    assert.isTrue(await phone.number.isEnabled());
  });

  it("may give up before the answer", async () => {
    const id = stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    await phone.button("Answer").waitFor();
    stage.demo.exchange.hangUp(id);
    await phone.says(/Missed call/);
    assert.equal(await phone.button("Answer").count(), 0);
  });
});
