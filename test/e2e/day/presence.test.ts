import { assert } from "chai";
import type { Page } from "playwright-core";
import { loneNumber, toE164 } from "../../../src/workbench/records/phone-number.ts";
import { softphoneIn, type SoftphonePage } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const settings = {
  "/presence/wrapUp": "60",
  "/presence/available": "0N5j00000008QNQ",
  "/presence/onCall": "0N5j00000008QNS",
  "/presence/away": "0N5j00000008QNR",
};

describe("the agent's presence", () => {
  let stage: Stage;
  let page: Page;
  let phone: SoftphonePage;

  afterEach(() => stage.close());

  async function open(path: string, others: Record<string, string> = {}) {
    stage = await Stage.open({ demo: { settings: { ...settings, ...others } } });
    page = await stage.visit(path);
    phone = softphoneIn(page);
    await presence().waitFor({ state: "attached" });
    await phone.registers();
  }

  const presence = () => phone.root.getByRole("combobox", { name: "Presence" });
  const omni = () => page.getByRole("combobox", { name: "Status" });
  const shows = (find: () => ReturnType<typeof presence>, text: string) =>
    until(
      () => find().evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text),
      (now) => now === text,
      { what: text },
    );
  const call = () => stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });

  it("goes with Omni-Channel's in the console: a call makes busy there, a chat here", async () => {
    await open("/console");
    await page.getByRole("button", { name: "Omni-Channel" }).click();
    await omni().selectOption("Available");
    call();
    await phone.button("Answer").click();
    await shows(omni, "On a Call");
    await phone.button("Hang up").click();
    await phone.button("Done").click();
    await shows(omni, "Available");

    await page.getByRole("button", { name: "A chat arrives" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await shows(presence, "Not ready: Other work");
    await page.getByRole("button", { name: "Close" }).click();
    await shows(presence, "Ready");

    await presence().selectOption("Not ready: Lunch");
    await shows(omni, "Busy");
    await omni().selectOption("Available");
    await shows(presence, "Ready");
  });

  it("wraps up in standard tabs through page loads, and can be given more time and ended", async () => {
    await open("/home");
    call();
    // In standard tabs the caller's record is a new page: whoever answers before it is there has to answer again.
    await page.waitForURL(/\/003/);
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    await phone.button("Hang up").click();
    const timer = phone.root.getByRole("timer");
    await timer.filter({ hasText: /^0:[0-5]\d|1:00/ }).waitFor();
    await page.goto(`${stage.crm}/003`);
    await phone.button("30 s more").click();
    await timer.filter({ hasText: /^1:[0-2]\d/ }).waitFor();
    await phone.button("Done").click();
    await shows(presence, "Ready");
    await presence().selectOption("Not ready: Break");
    await page.goto(`${stage.crm}/001`);
    await shows(presence, "Not ready: Break");
  });

  it("is the same in every tab, and declines calls where so set", async () => {
    await open("/home", { "/presence/notReadyCalls": "refuse" });
    const other = softphoneIn(await stage.visit("/003"));
    await other.root.getByRole("combobox", { name: "Presence" }).selectOption("Not ready: Meeting");
    await shows(presence, "Not ready: Meeting");
    const id = call();
    await stage.call((each) => each.id === id && each.state === "ended", "the call to be declined");
    assert.isFalse(await phone.button("Answer").isVisible());
  });
});
