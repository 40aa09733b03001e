import { assert } from "chai";
import type { Page } from "playwright-core";
import { loneNumber, toE164 } from "../../../src/workbench/records/phone-number.ts";
import type { WorkbenchRecord } from "../../../src/workbench/records/store.ts";
import { softphoneHears } from "../support/browser.ts";
import { softphoneIn, type SoftphonePage } from "../support/desk.ts";
import { hostile, Watch } from "../support/hostile.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const settings = {
  "/log/dispositions": "Resolved; Call again later",
  "/log/types": "Call; Support",
  "/log/quickTexts": "Spoke to {name} on {number}.",
  "/log/fields":
    "Mos__c={mos}; Loss__c={loss}; Resumed__c={resumed}; Rec__c={recording}; Said__c={X-Said}",
  "/log/recordingHeader": "X-Recording",
  "/features/attachedHeaders": "X-Recording X-Said",
  "/presence/wrapUp": "60",
};
const recording = "https://recordings.test/1?a=b&c=d";

/** Where the agent works, and how to open a record there. */
const surfaces = [
  { name: "the console", open: (id: string) => `/console#/${id}`, loads: false },
  { name: "standard tabs", open: (id: string) => `/${id}`, loads: true },
] as const;

for (const { name, open, loads } of surfaces) {
  describe(`the log of a call in ${name}`, () => {
    let stage: Stage;
    let page: Page;
    let phone: SoftphonePage;

    afterEach(() => stage.close());

    /** The agent looks at an account, and is ready for calls. */
    async function begin({ others = {}, scenario = "none" } = {}): Promise<WorkbenchRecord> {
      stage = await Stage.open({ demo: { settings: { ...settings, ...others } } });
      const accounts = await stage.demo.org.all("Account");
      const account = accounts.find(({ fields }) => fields.IsPersonAccount !== "true");
      if (!account) throw new Error("an org without accounts");
      const [path = "", hash] = open(account.Id).split("#");
      const address = `${path}?scenario=${scenario}${hash === undefined ? "" : `#${hash}`}`;
      page = await stage.visit(address);
      page.setDefaultTimeout(12_000);
      phone = softphoneIn(page);
      await phone.registers();
      return account;
    }

    /** A customer calls, their record opens, and the agent answers. */
    async function answer(order: Partial<Order>, opens = /\/003/) {
      const from = toE164(loneNumber);
      stage.demo.exchange.customerCalls({ from, to: "agent", ...order });
      if (loads) await page.waitForURL((url) => opens.test(url.pathname));
      await phone.button("Answer").click();
      await phone.says(/Connected/);
    }

    const openForm = () => phone.unfold(/^Log$/);
    const choose = (field: string, label: string) =>
      phone.root.getByRole("combobox", { name: field, exact: true }).selectOption({ label });

    /** The Task of the call, once it looks as `test` says. */
    async function task(test: (fields: WorkbenchRecord["fields"]) => boolean = () => true) {
      const [found] = await until(
        () => stage.loggedCalls(),
        (tasks) => tasks.some(({ fields }) => test(fields)),
        { what: "the Task" },
      );
      assert.lengthOf(await stage.loggedCalls(), 1);
      return found?.fields ?? {};
    }

    const followUps = async (subject: string) =>
      (await stage.demo.org.all("Task")).filter(({ fields }) => fields.Subject === subject);

    it("is what the agent chose and wrote, over page loads, when the wrap-up ends", async () => {
      const account = await begin();
      await answer({ headers: { "X-Recording": recording, "X-Said": "a=b & c" }, name: "Ann" });
      await openForm();
      await choose("Related to", `Account: ${account.name}`);
      await choose("Outcome", "Resolved");
      await choose("Type", "Support");
      await phone.root.getByLabel("Notes").fill("50% off & more");
      await choose("Quick text", "Spoke to {name} on {number}.");
      await phone.root.getByLabel("Subject").fill("About = the invoice");
      await phone.root.getByLabel("What is to be done").fill("Send a quote");
      await phone.root.getByLabel("Day").fill("2027-01-15");
      if (loads) {
        await page.goto(`${stage.crm}/003`);
        await softphoneHears(page, "the customer");
        await openForm();
        assert.equal(await phone.root.getByLabel("Subject").inputValue(), "About = the invoice");
      }
      // Quality is told with the first full seconds.
      await phone.root.locator("summary", { hasText: /\d\.\d/ }).waitFor();
      await phone.button("Hang up").click();
      await phone.root.getByRole("timer").waitFor();
      assert.isEmpty(await stage.loggedCalls(), "nothing is saved while the agent still writes");
      await phone.button("Done").click();
      const fields = await task();
      assert.include(fields, {
        Subject: "About = the invoice",
        CallDisposition: "Resolved",
        Type: "Support",
        Description: `50% off & more\nSpoke to Ann on ${toE164(loneNumber)}.`,
        WhatId: account.Id,
        CallType: "Inbound",
        Resumed__c: loads ? "1" : "0",
        Rec__c: recording,
        Said__c: "a=b & c",
      });
      assert.notProperty(fields, "WhoId");
      assert.match(fields.Mos__c ?? "", /^[1-5]\.\d$/);
      assert.match(fields.Loss__c ?? "", /^\d+\.\d %$/);
      const [todo] = await until(
        () => followUps("Send a quote"),
        (tasks) => tasks.length > 0,
        { what: "the follow-up" },
      );
      assert.include(todo?.fields, {
        ActivityDate: "2027-01-15",
        Status: "Not Started",
        WhatId: account.Id,
      });
    });

    it("takes what is written once it is saved, and a follow-up too, once each", async () => {
      await begin({ others: { "/presence/wrapUp": "0" } });
      await answer({});
      await phone.button("Hang up").click();
      await task();
      await openForm();
      await choose("Outcome", "Call again later");
      await phone.root.getByLabel("What is to be done").fill("Call");
      await phone.root.getByLabel("Day").fill("2027-01-16");
      await task(({ CallDisposition }) => CallDisposition === "Call again later");
      await until(
        () => followUps("Call"),
        (tasks) => tasks.length === 1,
        { what: "the follow-up" },
      );
      await phone.root.getByLabel("What is to be done").fill("Call in the morning");
      await until(
        () => followUps("Call in the morning"),
        (tasks) => tasks.length === 1,
        { what: "the changed follow-up" },
      );
      assert.isEmpty(await followUps("Call"));
    });

    it("carries names and texts of strangers letter by letter, and nothing of them is executed", async () => {
      await begin({ others: { "/presence/wrapUp": "0" } });
      const watch = new Watch(page);
      await answer({ name: hostile, headers: { "X-Said": hostile } });
      await openForm();
      await phone.root.getByLabel("Subject").fill(hostile);
      await phone.root.getByLabel("What is to be done").fill(hostile.slice(0, 200));
      await phone.root.getByLabel("Day").fill("2027-01-15");
      await choose("Quick text", "Spoke to {name} on {number}.");
      await phone.root.getByLabel("Notes").fill(`${hostile}\n${hostile}`);
      assert.equal(await phone.root.locator(".card .who").first().textContent(), hostile);
      await phone.button("Hang up").click();
      const fields = await task();
      assert.include(fields, {
        Subject: hostile,
        Description: `${hostile}\n${hostile}`,
        Said__c: hostile,
      });
      // And so it stands in the record's history.
      await page.goto(`${stage.crm}/${fields.WhoId}`);
      await page
        .getByRole("table", { name: /Activity History/ })
        .getByText(hostile)
        .first()
        .waitFor();
      await watch.sawNothing();
    });

    it("of a lead has no other relation, and that of a person account is its person's", async () => {
      await begin({ others: { "/presence/wrapUp": "0" } });
      const [lead, person] = [
        await stage.demo.org.save("Lead", { LastName: "L", Company: "C", Phone: "(415) 555-0777" }),
        (await stage.demo.org.all("Account")).find(({ fields }) => fields.PersonContactId),
      ];
      await answer({ from: "+14155550777" }, /\/00Q/);
      await phone.button("Hang up").click();
      const first = await task();
      assert.equal(first.WhoId, lead.Id);
      assert.notProperty(first, "WhatId");
      await phone.button("Dismiss").click();
      await phone.registers();
      await answer(
        { from: toE164(person?.fields.Phone ?? "") },
        new RegExp(person?.Id.slice(0, 15) ?? "?"),
      );
      await phone.button("Hang up").click();
      await until(
        async () => (await stage.loggedCalls()).map(({ fields }) => fields.WhoId),
        (whom) => whom.includes(person?.fields.PersonContactId),
        { what: "the person account's Task" },
      );
    });

    it("is saved without a field that the profile cannot see, and says so", async () => {
      await begin({ others: { "/presence/wrapUp": "0" }, scenario: "save-log-hidden-field" });
      await answer({});
      await openForm();
      await choose("Type", "Support");
      await choose("Outcome", "Resolved");
      await phone.button("Hang up").click();
      const fields = await task();
      assert.equal(fields.CallDisposition, "Resolved");
      assert.notProperty(fields, "Type");
      await phone.root.getByText("Logged without Type").waitFor();
    });

    it("is saved by an Apex method where the administrator names one", async () => {
      await begin({
        others: { "/presence/wrapUp": "0", "/log/apex": "SwitchhookCalls.saveCall" },
        // Whatever comes by the usual way is refused.
        scenario: "save-log-refused",
      });
      await answer({});
      await phone.root.getByLabel("Notes").fill(hostile);
      await phone.button("Hang up").click();
      assert.equal((await task()).Description, hostile);
    });

    it("is kept of calls that nobody took, as the administrator has it", async () => {
      await begin({ others: { "/log/unanswered": "no" } });
      stage.demo.exchange.customerCalls({
        ...{ from: toE164(loneNumber), to: "agent", cancelAfter: 3_000 },
      });
      assert.include(await task(), { CallDisposition: "Missed", CallDurationInSeconds: "0" });
      await phone.dial("602");
      await phone.root
        .getByText(/Not logged|Nothing to log|Busy/i)
        .first()
        .waitFor();
      assert.lengthOf(await stage.loggedCalls(), 1, "one that we made and nobody took is not");
    });
  });
}

type Order = Parameters<Stage["demo"]["exchange"]["customerCalls"]>[0];
