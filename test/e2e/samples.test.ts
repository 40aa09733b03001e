import { assert } from "chai";
import type { FrameLocator, Page } from "playwright-core";
import { loneNumber } from "../../src/workbench/records/phone-number.ts";
import { Stage } from "./support/stage.ts";
import { readVisualforce, renderVisualforce } from "./support/visualforce.ts";

describe("the sample pages", () => {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  function sampleIn(page: Page): FrameLocator {
    return page.frameLocator('iframe[name="sfdcSoftphone"]');
  }

  describe("in plain HTML", () => {
    let page: Page;
    let sample: FrameLocator;

    before(async () => {
      page = await stage.visit("/explorer?adapter=/samples/open-cti.html");
      sample = sampleIn(page);
    });

    it("connects, and shows the call center and the page in front", async () => {
      await sample.getByRole("status").getByText("Connected, in a console").waitFor();
      await sample.locator("#call-center").getByText("Switchhook Demo").waitFor();
      await sample.locator("#page").getByText("Fatima Haddad (Contact)").waitFor();
    });

    it("hears when another page comes to the front", async () => {
      await page.getByRole("tab", { name: "Wim" }).click();
      await sample.locator("#page").getByText("/chat?key=visitor-2").waitFor();
    });

    it("searches, and the record pops", async () => {
      await sample.getByRole("button", { name: "Search and pop" }).click();
      await sample.getByRole("status").getByText("1 found").waitFor();
      await sample.locator("#page").getByText("Fatima Haddad (Contact)").waitFor();
    });

    it("hears which number is clicked", async () => {
      await page
        .getByTitle(`Click to dial ${loneNumber}`)
        .filter({ visible: true })
        .first()
        .click();
      await sample.locator("#clicked").getByText(`${loneNumber} of Fatima Haddad`).waitFor();
    });

    it("says where it belongs when it is opened on its own", async () => {
      const alone = await stage.agent.newPage();
      await alone.goto(`http://phone.localhost:${stage.demo.port}/samples/open-cti.html`);
      await alone.getByText("Open this page inside Salesforce.").waitFor();
      assert.equal(await alone.locator("#call-center").textContent(), "");
    });
  });

  describe("in Visualforce", () => {
    it("is well-formed XML, as Visualforce wants it", async () => {
      const markup = await readVisualforce("OpenCtiSample.page");
      const xml = markup.replace("<apex:page", '<apex:page xmlns:apex="urn:apex"');
      const page = await stage.agent.newPage();
      const problems = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "application/xml");
        return [...parsed.querySelectorAll("parsererror")].map(({ textContent }) => textContent);
      }, xml);
      assert.deepEqual(problems, []);
    });

    it("connects with the script of its own host, and shows the page in front", async () => {
      const html = renderVisualforce(await readVisualforce("OpenCtiSample.page"), {
        "URLFOR($Resource.SwitchhookToolkits, 'opencti.js')": "/toolkits/opencti.js",
      });
      const body = html.replace("https://MYDOMAIN.my.salesforce.com", stage.crm);
      await stage.agent.route(/^[^?]*\/apex\/OpenCtiSample/, (route) =>
        route.fulfill({ contentType: "text/html", body }),
      );
      const page = await stage.visit("/explorer?adapter=/apex/OpenCtiSample");
      const sample = sampleIn(page);
      await sample.getByRole("status").getByText("Connected, in a console").waitFor();
      await sample.locator("#call-center").getByText("Switchhook Demo").waitFor();
      await sample.locator("#page").getByText("Fatima Haddad").waitFor();
      await page
        .getByTitle(`Click to dial ${loneNumber}`)
        .filter({ visible: true })
        .first()
        .click();
      await sample.locator("#clicked").getByText(loneNumber).waitFor();
    });
  });
});
