import { AxeBuilder } from "@axe-core/playwright";
import { assert } from "chai";
import type { FrameLocator, Page } from "playwright-core";
import { loneNumber, toE164 } from "../../../src/workbench/records/phone-number.ts";
import { softphoneIn, type SoftphonePage } from "../support/desk.ts";
import { hostile, Watch } from "../support/hostile.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const from = toE164(loneNumber);
const surfaces = [
  { name: "a console", address: "/console#/apex/InteractionLog", loads: false },
  { name: "standard tabs", address: "/apex/InteractionLog", loads: true },
] as const;

for (const { name, address, loads } of surfaces) {
  describe(`a component that lists calls, in ${name}`, () => {
    let stage: Stage;
    let page: Page;
    let phone: SoftphonePage;
    let component: FrameLocator;

    afterEach(() => stage.close());

    async function open(settings: Readonly<Record<string, string>> = {}) {
      const attached = { "/features/attachedHeaders": "X-Said" };
      stage = await Stage.open({ demo: { settings: { ...attached, ...settings } } });
      page = await stage.visit(address);
      page.setDefaultTimeout(12_000);
      phone = softphoneIn(page);
      component = page.frameLocator('iframe[title="InteractionLog"]');
      await phone.registers();
      await component.getByRole("button", { name: "Show the phone" }).waitFor();
    }

    // In a console it lies behind the tab that popped.
    const calls = () => component.locator("#interaction-log li");
    const newest = () => calls().first();

    /** What the component's own frame has been told by Salesforce's toolkit of the calls that are up. */
    const known = () =>
      page.frame({ name: "apex-InteractionLog" })?.evaluate(async () => {
        const { cti } = (window as unknown as { sforce: { console: { cti: Toolkit } } }).sforce
          .console;
        const { ids } = await new Promise<{ ids: string[] }>((done) => cti.getCallObjectIds(done));
        const [id = ""] = ids;
        const answer = await new Promise((done) =>
          cti.getCallAttachedData(id, done, { getCallType: true }),
        );
        return { ids, attached: JSON.stringify(answer) };
      });

    it("shows who calls, what came along and whose record it is, and how it ended", async () => {
      await open();
      const watch = new Watch(page);
      stage.demo.exchange.customerCalls({
        ...{ from, to: "agent", name: hostile, headers: { "X-Said": hostile } },
      });
      if (loads) {
        // The caller's record is another page: the component is there again when the agent goes back to it.
        await page.waitForURL(/\/003/);
        await page.goto(stage.crm + address);
      }
      await phone.button("Answer").click();
      await phone.says(/Connected/);
      await newest().getByText(`${hostile} ${from}`).waitFor({ state: "attached" });
      await newest().getByText(`X-Said: ${hostile}`).waitFor({ state: "attached" });
      const contact = (await stage.demo.org.all("Contact")).find(
        ({ fields }) => fields.Phone === loneNumber,
      );
      const link = newest().getByText(`Contact: ${contact?.name}`);
      await link.waitFor({ state: "attached" });
      if (!loads) {
        const told = await known();
        assert.lengthOf(told?.ids ?? [], 1);
        assert.include(told?.attached, "INBOUND");
        assert.include(told?.attached, contact?.Id.slice(0, 15));
      }
      await phone.button("Hang up").click();
      await newest()
        .getByText(/Answered, \d+ s/)
        .waitFor({ state: "attached" });
      await watch.sawNothing();
    });

    it("calls back and shows the phone, as far as the administrator allows it", async () => {
      await open({ "/pages/dial": "dial" });
      await phone.root.getByLabel("Number", { exact: true }).waitFor({ state: "attached" });
      await component.getByRole("button", { name: "Show the phone" }).click();
      await phone.dial("602");
      await newest().getByText(/Busy/).waitFor();
      const before = stage.demo.exchange.calls().length;
      await newest().getByRole("button", { name: "Call back" }).click();
      await until(
        () => stage.demo.exchange.calls().length,
        (now) => now > before,
        { what: "the second call" },
      );
      const { violations } = await new AxeBuilder({ page })
        .include('iframe[title="InteractionLog"]')
        .analyze();
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
    });

    it("hears of nothing where the administrator does not want it", async () => {
      await open({ "/pages/announce": "no" });
      stage.demo.exchange.customerCalls({ from, to: "agent", cancelAfter: 2_000 });
      await stage.firstLoggedCall();
      if (loads) await page.goto(stage.crm + address);
      await component.locator("#show-phone").waitFor({ state: "attached" });
      assert.equal(await calls().count(), 0);
    });
  });
}

interface Toolkit {
  getCallObjectIds(done: (answer: { ids: string[] }) => void): void;
  getCallAttachedData(id: string, done: (answer: unknown) => void, options: object): void;
}
