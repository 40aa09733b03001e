import { assert } from "chai";
import type { Page } from "playwright-core";
import {
  loneNumber,
  sharedNumber,
  toE164,
  unknownNumber,
} from "../../src/workbench/records/phone-number.ts";
import { softphoneIn, type SoftphonePage } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";

/** What opens for a caller, by layout: the address in standard tabs, the tab's name in a console. */
const table = [
  { layout: "usual", from: loneNumber, path: /^\/003\w+$/, tab: "record" },
  { layout: "usual", from: sharedNumber, path: /^\/search\/.*5550142/, tab: sharedNumber },
  { layout: "visualforce", from: loneNumber, path: /^\/apex\/CallerPage\?.*ani=/, tab: loneNumber },
  { layout: "search", from: unknownNumber, path: /^\/search\/.*5550199/, tab: unknownNumber },
  { layout: "flow", from: loneNumber, path: /^\/flow\/CallerFlow/, tab: loneNumber },
] as const;

describe("the page that opens for a caller", () => {
  let stage: Stage;
  beforeEach(async () => (stage = await Stage.open()));
  afterEach(() => stage.close());

  async function visit(path: string): Promise<[Page, SoftphonePage]> {
    const page = await stage.visit(path);
    const phone = softphoneIn(page);
    await phone.registers();
    return [page, phone];
  }

  const call = (from: string, headers?: Record<string, string>) =>
    stage.demo.exchange.customerCalls({
      from: toE164(from),
      to: "agent",
      ...(headers && { headers }),
    });

  const nameOf = async (number: string) =>
    (await stage.demo.org.search(number, ["Contact"]))[0]?.name ?? "?";

  const pathOf = (page: Page) => page.url().slice(stage.crm.length);

  const comes = (page: Page, path: RegExp) =>
    until(
      () => Promise.resolve(pathOf(page)),
      (shown) => path.test(shown),
      { what: `a page like ${String(path)}` },
    );

  describe("in standard tabs", () => {
    for (const { layout, from, path } of table)
      it(`is ${String(path)} by the layout ${layout}, and the phone goes on ringing there`, async () => {
        const [page, phone] = await visit(`/home?layout=${layout}`);
        call(from);
        await comes(page, path);
        await phone.button("Answer").click();
        await phone.says(/Connected/);
      });

    it("is a form with the number filled in, but not before the answer", async () => {
      const [page, phone] = await visit("/home?layout=new-contact");
      call(unknownNumber);
      await phone.region.getByText("Unknown number").waitFor();
      assert.match(pathOf(page), /^\/home/);
      await phone.button("Answer").click();
      await comes(page, /^\/003\/e/);
      assert.equal(
        await page.getByLabel("Phone", { exact: true }).inputValue(),
        toE164(unknownNumber),
      );
      await phone.says(/Connected/);
    });

    it("is what the agent asks for where nothing pops", async () => {
      const [page, phone] = await visit("/home?layout=nothing");
      call(loneNumber);
      await phone.button("Show").waitFor();
      assert.match(pathOf(page), /^\/home/);
      await phone.button("Show").click();
      await comes(page, /^\/003\w+$/);
    });

    it("is a window of its own where the layout says so", async () => {
      const [page] = await visit("/home?layout=new-window");
      // Browsers open windows for those who have just clicked.
      await page.getByRole("heading").first().click();
      const opening = stage.agent.waitForEvent("page");
      call(loneNumber);
      await comes(await opening, /^\/003\w+$/);
      assert.match(pathOf(page), /^\/home/);
    });

    it("does not take the place of one that is being edited, unless the agent says so", async () => {
      const [other] = await stage.demo.org.search(sharedNumber, ["Contact"]);
      const [page, phone] = await visit(`/${other?.Id ?? ""}/e`);
      await page.getByLabel("Title", { exact: true }).fill("Not saved yet");
      call(loneNumber);
      await phone.region.getByText(/You are editing this page/).waitFor();
      await phone.button("Answer").click();
      await phone.says(/Connected/);
      assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "Not saved yet");
      await phone.button("Open anyway").click();
      await comes(page, /^\/003\w+$/);
      await phone.says(/Connected/);
    });

    it("is the case whose number came along", async () => {
      const [kase] = await stage.demo.org.all("Case");
      const [page, phone] = await visit("/home");
      call(loneNumber, { "X-Case": kase?.fields.CaseNumber ?? "" });
      await comes(page, new RegExp(`^/${kase?.Id.slice(0, 15) ?? "?"}`));
      await phone.button("Answer").click();
      await phone.says(/Connected/);
      await phone.button("Hang up").click();
      assert.equal((await stage.firstLoggedCall()).fields.WhatId, kase?.Id);
    });
  });

  describe("in a console", () => {
    const tabNamed = (page: Page, name: string) =>
      page.getByRole("tablist", { name: "Primary tabs" }).getByRole("tab", { name });

    for (const { layout, from, tab } of table)
      it(`is a tab named for the call by the layout ${layout}: ${tab}`, async () => {
        const [page, phone] = await visit(`/console?layout=${layout}`);
        call(from);
        const name = tab === "record" ? await nameOf(from) : toE164(tab);
        await tabNamed(page, name).waitFor();
        await phone.button("Answer").waitFor();
      });

    it("is a form with the number filled in, but not before the answer", async () => {
      const [page, phone] = await visit("/console?layout=new-contact");
      call(unknownNumber);
      await phone.region.getByText("Unknown number").waitFor();
      assert.equal(await tabNamed(page, toE164(unknownNumber)).count(), 0);
      await phone.button("Answer").click();
      await tabNamed(page, toE164(unknownNumber)).waitFor();
      assert.equal(
        await page.getByLabel("Phone", { exact: true }).inputValue(),
        toE164(unknownNumber),
      );
      assert.isTrue(await phone.region.isVisible());
    });

    it("comes behind one that is being edited", async () => {
      const [other] = await stage.demo.org.search(sharedNumber, ["Contact"]);
      const [page] = await visit(`/console#${encodeURIComponent(`/${other?.Id ?? ""}/e`)}`);
      await page.getByLabel("Title", { exact: true }).fill("Not saved yet");
      call(loneNumber);
      await tabNamed(page, await nameOf(loneNumber)).waitFor();
      assert.isTrue(await page.getByLabel("Title", { exact: true }).isVisible());
      assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "Not saved yet");
    });

    it("is the case whose number came along, in a subtab of its caller; one key leads back to it", async () => {
      const [kase] = await stage.demo.org.all("Case");
      const number = kase?.fields.CaseNumber ?? "?";
      const [page, phone] = await visit("/console");
      call(loneNumber, { "X-Case": number });
      await tabNamed(page, await nameOf(loneNumber)).waitFor();
      await page.getByRole("tab", { name: number, selected: true }).waitFor();
      await phone.button("Answer").click();
      await phone.root.getByRole("textbox", { name: "Notes" }).fill("Complaint");
      await page.getByRole("tab", { name: "Contacts" }).click();
      await phone.root.getByRole("textbox", { name: "Notes" }).press("Alt+Shift+KeyR");
      await page.getByRole("tab", { name: number, selected: true }).waitFor();
      assert.equal(await page.getByRole("tab", { name: number }).count(), 1);
    });

    it("opens once for the same caller, and leaves the agent's hands on the phone", async () => {
      const [page, phone] = await visit("/console");
      const name = await nameOf(loneNumber);
      const first = call(loneNumber);
      await phone.button("Answer").click();
      await phone.says(/Connected/);
      await tabNamed(page, name).waitFor();
      stage.demo.exchange.hangUp(first);
      await phone.says(/hung up/);
      await page.getByRole("tab", { name: "Contacts" }).click();
      await phone.number.focus();
      await phone.number.pressSequentially("41");
      call(loneNumber);
      await page.getByRole("tab", { name, selected: true }).waitFor();
      await page.keyboard.type("5");
      assert.equal(await phone.number.inputValue(), "415");
      assert.equal(await tabNamed(page, name).count(), 1);
      assert.isTrue(await phone.region.isVisible());
    });
  });
});
