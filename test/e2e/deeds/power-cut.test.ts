import { assert } from "chai";
import { softphoneIn } from "../support/desk.ts";
import { MortalBrowser } from "../support/mortal-browser.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

describe("a browser that is killed in the middle of a call", () => {
  let stage: Stage;
  let browser: MortalBrowser;
  before(async () => {
    stage = await Stage.open();
    browser = await MortalBrowser.start({ origin: stage.crm });
  });
  after(async () => {
    await browser.kill();
    await stage.close();
  });

  it("has the call logged once it runs again, with what was known, and says so", async () => {
    const phone = softphoneIn(await browser.open(`${stage.crm}/console`));
    await phone.registers();
    stage.demo.exchange.customerCalls({ from: "+14155560001", to: "agent" });
    await phone.button("Answer").click();
    await phone.says(/Connected/);
    await phone.root.getByLabel("Notes").fill("wants two");
    // Two signs of life, five seconds apart.
    await phone.root.locator(".clock").filter({ hasText: "0:06" }).waitFor();
    await browser.kill();
    assert.isEmpty(await stage.loggedCalls());

    await browser.restart();
    const page = await browser.open(`${stage.crm}/home`);
    const after = softphoneIn(page);
    await after.root.getByText("The browser stopped during this call.").first().waitFor();
    await after.root.getByText(/Found after an interruption/).waitFor();
    const [task, ...others] = await until(
      () => stage.loggedCalls(),
      (tasks) => tasks.length > 0,
      { what: "the Task" },
    );
    assert.isEmpty(others);
    assert.deepInclude(task?.fields, {
      Description: "wants two",
      CallDisposition: "Interrupted",
      CallType: "Inbound",
    });
    assert.isAtLeast(Number(task?.fields.CallDurationInSeconds), 4);
    await page.reload();
    await after.says(/Registered/);
    assert.lengthOf(await stage.loggedCalls(), 1);
  });
});
