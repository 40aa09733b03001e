import AxeBuilder from "@axe-core/playwright";
import { assert } from "chai";
import type { FrameLocator, Page } from "playwright-core";
import { noAnswerNumber } from "../../src/workbench/records/phone-number.ts";
import { softphoneIn, type SoftphonePage } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";

const surfaces = [
  { name: "a console", jquery: "1", address: (path: string) => `/console#${path}` },
  { name: "standard tabs", jquery: "4", address: (path: string) => path },
] as const;

describe("a Visualforce list of 2,000 numbers", () => {
  for (const { name, jquery, address } of surfaces) {
    describe(`in ${name}, with jQuery ${jquery}`, () => {
      let stage: Stage;
      let page: Page;
      let phone: SoftphonePage;
      let list: FrameLocator;

      before(async () => {
        stage = await Stage.open();
        page = await stage.visit(address(`/apex/NumberList?rows=2000&jquery=${jquery}`));
        phone = softphoneIn(page);
        list = page.frameLocator('iframe[title="NumberList"]');
      });
      after(() => stage.close());

      const link = (label: RegExp) => list.getByRole("button", { name: label });

      it("makes every number a link, once the phone is ready one that dials", async () => {
        await list.getByText(/2000 rows/).waitFor();
        await until(
          () => list.locator(".switchhook-number:not([aria-disabled])").count(),
          (count) => count === 2_000,
          { what: "2,000 links" },
        );
      });

      it("dials by keyboard, with the row's record, and marks which number it is", async () => {
        const called = link(new RegExp(noAnswerNumber.replace(/[()]/g, "\\$&")));
        await called.focus();
        await page.keyboard.press("Enter");
        await list.locator('[aria-current="true"]').waitFor();
        assert.match((await called.getAttribute("aria-label")) ?? "", /^Calling \S/);
        await phone.status.filter({ hasText: /Ringing|Calling/ }).waitFor({ state: "attached" });
        await phone.button("Hang up").click();
        await list.locator('[aria-current="true"]').waitFor({ state: "detached" });
        const task = await stage.firstLoggedCall();
        const contact = await stage.demo.org.get(task.fields.WhoId ?? "");
        assert.equal(contact?.fields.Phone, noAnswerNumber);
      });

      it("works on a row that is added", async () => {
        await list.getByRole("button", { name: "Add a row" }).click();
        await link(/^Call Added|\(415\) 555-2000/)
          .first()
          .waitFor();
      });

      it("is grey while the phone is not ready", async () => {
        await phone.button("Sign out").click();
        await list.locator(".switchhook-number[aria-disabled]").first().waitFor();
        await until(
          () => list.locator(".switchhook-number:not([aria-disabled])").count(),
          (count) => count === 0,
          { what: "every link to be grey" },
        );
      });
    });
  }

  it("is accessible", async () => {
    await using stage = await Stage.open();
    const page = await stage.visit("/apex/NumberList");
    const list = page.frameLocator('iframe[title="NumberList"]');
    await list.locator(".switchhook-number:not([aria-disabled])").first().waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include('iframe[title="NumberList"]')
      .analyze();
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
  });
});
