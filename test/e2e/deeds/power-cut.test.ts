import { assert } from "chai";
import { softphoneIn } from "../support/desk.ts";
import { MortalBrowser } from "../support/mortal-browser.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const recording = "https://recordings.test/1?a=b&c=d";
const settings = {
  "/log/fields": "Mos__c={mos}; Rec__c={recording}; Said__c={X-Said}",
  "/log/recordingHeader": "X-Recording",
  "/features/attachedHeaders": "X-Recording X-Said",
};

describe("a browser that is killed in the middle of a call", () => {
  let stage: Stage;
  let browser: MortalBrowser;
  before(async () => {
    stage = await Stage.open({ demo: { settings } });
    browser = await MortalBrowser.start({ origin: stage.crm });
  });
  after(async () => {
    await browser.kill();
    await stage.close();
  });

  it("has the call logged once it runs again, with what was known, and says so", async () => {
    const phone = softphoneIn(await browser.open(`${stage.crm}/console`));
    await phone.registers();
    const headers = { "X-Recording": recording, "X-Said": "a=<b> & c" };
    stage.demo.exchange.customerCalls({ from: "+14155560001", to: "agent", headers });
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
      Rec__c: recording,
      Said__c: "a=<b> & c",
    });
    assert.match(task?.fields.Mos__c ?? "", /^[1-4]\.\d$/);
    assert.isAtLeast(Number(task?.fields.CallDurationInSeconds), 4);
    await page.reload();
    await after.says(/Registered/);
    assert.lengthOf(await stage.loggedCalls(), 1);
  });
});
