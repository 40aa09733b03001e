import { assert } from "chai";
import { loneNumber } from "../../src/workbench/records/phone-number.ts";
import { heardBySoftphone } from "./support/browser.ts";
import { SoftphonePage, softphoneIn } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";

describe("where the softphone finds itself", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  it("dials, talks and logs in the sidebar of a standard tab", async () => {
    const page = await stage.visit("/home");
    const phone = softphoneIn(page);
    await phone.says(/Registered. In Salesforce/);
    await page.getByRole("link", { name: "Contacts" }).first().click();
    await page.getByRole("combobox", { name: /View/ }).selectOption({ label: "All Contacts" });
    await phone.says(/Registered/);
    await page.getByTitle(`Click to dial ${loneNumber}`).first().click();
    await phone.says(/Connected/);
    await until(
      () => heardBySoftphone(page),
      ({ energy }) => energy > 0.001,
      {
        what: "the agent to hear the customer",
      },
    );
    await stage.call(({ heard }) => heard.rms > 0.01, "the customer to hear the agent");
    await phone.button("Hang up").click();
    const [task] = await until(
      () => stage.loggedCalls(),
      (tasks) => tasks.length > 0,
      {
        what: "the Task",
      },
    );
    const contact = await stage.demo.org.get(task?.fields.WhoId ?? "");
    assert.equal(contact?.fields.Phone, loneNumber);
  });

  it("is a plain phone on its own, and says so", async () => {
    const origin = `http://phone.localhost:${stage.demo.port}`;
    await stage.agent.grantPermissions(["microphone"], { origin });
    const page = await stage.agent.newPage();
    await page.goto(origin);
    const phone = new SoftphonePage(page);
    await phone.says(/without Salesforce/);
    await page.getByLabel("Password").fill(stage.demo.passwords.agent ?? "");
    await page.getByLabel("User").fill("agent");
    await phone.button("Sign in").click();
    await phone.says(/Registered/);
    await phone.dial("600");
    await phone.says(/Connected/);
    await until(
      () => heardBySoftphone(page),
      ({ energy }) => energy > 0.001,
      { what: "the echo" },
    );
  });

  it("refuses a page that is not on the list, in words, and loads nothing of Salesforce", async () => {
    const asked = await askedByStranger(`http://evil.localhost:${stage.demo.port}`);
    await asked.page
      .frameLocator("iframe")
      .getByText(/This page may not use the phone/)
      .waitFor();
    assert.isEmpty(asked.urls.filter((url) => /interaction|integration|worker/.test(url)));
    assert.isEmpty(stage.demo.exchange.registrations());
  });

  it("is not framed by a page that pretends to be on the list", async () => {
    const asked = await askedByStranger(`http://crm.localhost:${stage.demo.port}`);
    await until(
      () => asked.refusals,
      (lines) => lines.length > 0,
      { what: "the browser's refusal" },
    );
    assert.isEmpty(asked.urls.filter((url) => /view\.js|interaction|worker/.test(url)));
  });

  /** A page at evil.localhost frames the softphone and names `origin` as its own. */
  async function askedByStranger(origin: string) {
    const evil = `http://evil.localhost:${stage.demo.port}/`;
    const softphone = `http://phone.localhost:${stage.demo.port}/?isdtp=vw&sfdcIFrameOrigin=${encodeURIComponent(origin)}&nonce=n0nce`;
    const page = await stage.agent.newPage();
    const urls: string[] = [];
    const refusals: string[] = [];
    page.on("request", (request) => urls.push(request.url()));
    page.on("console", (message) => {
      if (message.text().includes("frame-ancestors")) refusals.push(message.text());
    });
    await page.route(evil, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<iframe name="sfdcSoftphone" src="${softphone.replaceAll("&", "&amp;")}"></iframe>`,
      }),
    );
    await page.goto(evil);
    return { page, urls, refusals };
  }
});
