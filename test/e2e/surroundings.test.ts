import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "chai";
import { loneNumber, sharedNumber } from "../../src/workbench/records/phone-number.ts";
import { softphoneHears } from "./support/browser.ts";
import { SoftphonePage, softphoneIn } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";

describe("where the softphone finds itself", () => {
  let stage: Stage;
  let stranger: Server;
  beforeEach(async () => {
    stage = await Stage.open();
    stranger = createServer(servePage);
  });
  afterEach(async () => {
    await stage.close();
    stranger.close();
  });

  it("dials, talks and logs in the sidebar of a standard tab", async () => {
    const page = await stage.visit("/home");
    const phone = softphoneIn(page);
    await phone.says(/Registered. In Salesforce/);
    await page.getByRole("link", { name: "Contacts" }).first().click();
    await page.getByRole("combobox", { name: /View/ }).selectOption({ label: "All Contacts" });
    await phone.says(/Registered/);
    await page.getByTitle(`Click to dial ${loneNumber}`).first().click();
    await phone.says(/Connected/);
    await softphoneHears(page, "the customer");
    await stage.call(({ heard }) => heard.rms > 0.01, "the customer to hear the agent");
    await phone.button("Hang up").click();
    const task = await stage.firstLoggedCall();
    const contact = await stage.demo.org.get(task.fields.WhoId ?? "");
    assert.equal(contact?.fields.Phone, loneNumber);
  });

  it("dials from a list view of standard tabs for the row's record, not another's with that number", async () => {
    const page = await stage.visit("/home");
    const phone = softphoneIn(page);
    const dialled: string[] = [];
    for (const at of [0, 1]) {
      await page.getByRole("link", { name: "Contacts" }).first().click();
      await page.getByRole("combobox", { name: /View/ }).selectOption({ label: "All Contacts" });
      const numbers = page.getByTitle(`Click to dial ${sharedNumber}`);
      await phone.registers();
      const row = page.getByRole("row").filter({ has: numbers }).nth(at);
      dialled.push((await row.getAttribute("data-record")) ?? "?");
      await row.getByTitle(`Click to dial ${sharedNumber}`).press("Enter");
      await phone.says(/Connected/);
      await phone.button("Hang up").press("Enter");
      await until(
        () => stage.loggedCalls(),
        (tasks) => tasks.length === dialled.length,
        { what: `Task ${at}` },
      );
    }
    const tasks = await stage.loggedCalls();
    assert.sameMembers(
      tasks.map(({ fields }) => fields.WhoId),
      dialled,
    );
  });

  it("takes an org's own scripts from a folder, and nothing else changes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "own-toolkit-"));
    for (const script of ["interaction.js", "integration.js"]) {
      const bundle = await readFile(join("dist/web", `stand-in-${script}`), "utf8");
      await writeFile(join(folder, script), `/* the org's own */ ${bundle}`);
    }
    await using own = await Stage.open({ demo: { toolkitFolder: folder } });
    const page = await own.agent.newPage();
    const scripts: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/support/")) scripts.push(response.text());
    });
    await page.goto(`${own.crm}/console`);
    const { status } = softphoneIn(page);
    await status.filter({ hasText: /Registered.*console/ }).waitFor({ state: "attached" });
    const texts = await Promise.all(scripts);
    assert.lengthOf(texts, 2);
    for (const text of texts) assert.match(text, /^.. the org's own/);
  });

  it("is a plain phone on its own, and says so", async () => {
    const origin = `http://phone.localhost:${stage.demo.port}`;
    await stage.agent.grantPermissions(["microphone"], { origin });
    const page = await stage.agent.newPage();
    await page.goto(origin);
    const phone = new SoftphonePage(page);
    await phone.says(/without Salesforce/);
    await page.getByLabel("Password").fill(stage.demo.passwords.agent ?? "");
    await phone.button("Sign in").click();
    await phone.says(/Registered/);
    await phone.dial("600");
    await phone.says(/Connected/);
    await softphoneHears(page, "the echo");
  });

  it("refuses a page that is not on the list, in words, and loads nothing of Salesforce", async () => {
    const asked = await framedByStranger();
    await asked.page
      .frameLocator("iframe")
      .getByText(/This page may not use the phone/)
      .waitFor();
    assert.isEmpty(asked.urls.filter((url) => /interaction|integration|worker/.test(url)));
    assert.isEmpty(stage.demo.exchange.registrations());
  });

  it("is not framed by a page that pretends to be on the list", async () => {
    const asked = await framedByStranger(`http://crm.localhost:${stage.demo.port}`);
    await until(
      () => asked.refusals,
      (lines) => lines.length > 0,
      { what: "the browser's refusal" },
    );
    assert.isEmpty(asked.urls.filter((url) => /view\.js|interaction|worker/.test(url)));
  });

  /** A page of a stranger's server frames the softphone and names `origin` (or its own) as the embedding page's. */
  async function framedByStranger(origin?: string) {
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const evil = `http://evil.localhost:${(stranger.address() as AddressInfo).port}`;
    const named = encodeURIComponent(origin ?? evil);
    const softphone = `http://phone.localhost:${stage.demo.port}/?isdtp=vw&sfdcIFrameOrigin=${named}&nonce=n0nce`;
    const page = await stage.agent.newPage();
    const urls: string[] = [];
    const refusals: string[] = [];
    page.on("request", (request) => urls.push(request.url()));
    page.on("console", (message) => {
      if (message.text().includes("frame-ancestors")) refusals.push(message.text());
    });
    await page.goto(`${evil}/?${encodeURIComponent(softphone)}`);
    return { page, urls, refusals };
  }
});

/** Serves one page: a frame with the address given in the query. */
function servePage(request: IncomingMessage, response: ServerResponse) {
  const [, address = ""] = (request.url ?? "").split("?");
  const src = decodeURIComponent(address).replaceAll("&", "&amp;");
  response.setHeader("content-type", "text/html");
  response.end(`<iframe name="sfdcSoftphone" src="${src}"></iframe>`);
}
