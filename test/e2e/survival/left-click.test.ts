import { assert } from "chai";
import { loneNumber } from "../../../src/workbench/records/phone-number.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";

describe("a click whose page goes before Salesforce has said the rules", () => {
  let stage: Stage;
  beforeEach(async () => {
    const rules = {
      "/numbers/homeCountry": "US",
      "/reqDialingOptions/reqOutsidePrefix": "9",
      "/reqDialingOptions/reqLongDistPrefix": "1",
    };
    const robots = { "914155550101": { voice: 440 } };
    stage = await Stage.open({ demo: { settings: rules, robots } });
  });
  afterEach(() => stage.close());

  const invites = () => stage.demo.exchange.stats().requests.INVITE ?? 0;

  it("is dialled by the next page, by the rules and once", async () => {
    const page = await stage.visit("/home");
    const phone = softphoneIn(page);
    await phone.says(/Registered/);
    // Twelve seconds, where a number waits for five.
    await page.goto(`${stage.crm}/003?scenario=answers-late`);
    await phone.says(/Registered/);
    await page.getByTitle(`Click to dial ${loneNumber}`).first().click();
    assert.equal(invites(), 0);
    await page.goto(`${stage.crm}/001?scenario=none`);
    await phone.says(/Connected/);
    await page.goto(`${stage.crm}/home`);
    await phone.says(/Connected/);
    await phone.button("Hang up").press("Enter");
    await phone.says(/You hung up/);
    await page.goto(`${stage.crm}/003`);
    await phone.says(/Registered/);
    assert.deepEqual(
      stage.demo.exchange.calls().map(({ to }) => to),
      ["914155550101"],
    );
  });
});
