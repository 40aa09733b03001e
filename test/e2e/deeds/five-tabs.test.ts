import { assert } from "chai";
import type { Page } from "playwright-core";
import { loneNumber, toE164 } from "../../../src/workbench/records/phone-number.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

describe("five tabs and one call", () => {
  let stage: Stage;
  let pages: Page[];
  before(async () => {
    stage = await Stage.open();
    pages = [];
    for (let left = 5; left > 0; left -= 1) {
      const page = await stage.visit("/home");
      await softphoneIn(page).says(/Registered/);
      pages.push(page);
    }
  });
  after(() => stage.close());

  const [first, third, fifth] = [0, 2, 4].map((at) => () => pages[at] ?? assert.fail("no page"));
  const onContact = () => pages.filter((page) => new URL(page.url()).pathname.startsWith("/003"));

  it("show it everywhere, and open the contact in the tab in focus alone", async () => {
    await third?.().bringToFront();
    await third?.().evaluate(() => window.focus());
    stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    for (const page of pages) await softphoneIn(page).button("Answer").waitFor();
    await until(onContact, ({ length }) => length > 0, { what: "the pop" });
    assert.lengthOf(stage.demo.exchange.registrations(), 1);
  });

  it("let any of them answer, and see it muted in any other", async () => {
    const one = softphoneIn(first?.() ?? assert.fail("no page"));
    const other = softphoneIn(fifth?.() ?? assert.fail("no page"));
    await one.button("Answer").click();
    for (const page of pages) await softphoneIn(page).says(/Connected/);
    await other.button("Mute").click();
    await one.root.locator("button[aria-pressed=true]").waitFor();
  });

  it("make one Task, and have popped once", async () => {
    const last = softphoneIn(fifth?.() ?? assert.fail("no page"));
    await last.root.getByLabel("Notes").fill("wants five");
    await last.button("Hang up").click();
    for (const page of pages) {
      await softphoneIn(page).root.locator(".log.done").waitFor();
    }
    const tasks = await stage.loggedCalls();
    assert.lengthOf(tasks, 1);
    assert.equal(tasks[0]?.fields.Description, "wants five");
    assert.lengthOf(onContact(), 1);
  });
});
