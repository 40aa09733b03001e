import { AxeBuilder } from "@axe-core/playwright";
import { assert } from "chai";
import type { FrameLocator, Page } from "playwright-core";
import { Stage } from "./support/stage.ts";

describe("the toolkit explorer", () => {
  let stage: Stage;
  let page: Page;
  let explorer: FrameLocator;

  before(async () => {
    stage = await Stage.open();
    page = await stage.visit("/console");
    await page.getByRole("link", { name: "Explorer" }).click();
    explorer = page.frameLocator('iframe[name="sfdcSoftphone"]');
  });
  after(() => stage.close());

  const outcome = () => explorer.getByRole("region", { name: "Outcome" });
  const wire = () => explorer.getByRole("region", { name: "Wire" });
  const choose = async (filter: string, path: string) => {
    await explorer.getByRole("searchbox", { name: "Filter methods" }).fill(filter);
    await explorer.getByRole("button", { name: path, exact: true }).click();
    await explorer.getByRole("heading", { level: 2, name: path }).waitFor();
  };
  const axe = () => new AxeBuilder({ page }).include(["iframe"]).include("body").analyze();

  it("is reached from the workbench's tools, and lists every method", async () => {
    await explorer.getByText("157 methods").waitFor();
    assert.equal(await explorer.getByRole("navigation").getByRole("listitem").count(), 157);
  });

  it("finds methods by words of their name, chapter or purpose", async () => {
    const filter = explorer.getByRole("searchbox", { name: "Filter methods" });
    await filter.fill("presence status");
    await explorer.getByRole("button", { name: "presence.login" }).waitFor();
    assert.equal(await explorer.getByRole("button", { name: "screenPop" }).count(), 0);
    await filter.fill("no such method");
    await explorer.getByText("0 methods").waitFor();
  });

  it("calls screenPop with what is filled in: the record opens, and both messages are shown", async () => {
    await choose("screenPop", "screenPop");
    const [account] = await stage.demo.org.all("Account");
    await explorer.getByRole("textbox", { name: /^url/ }).fill(`/${account?.Id ?? "?"}`);
    await explorer.getByRole("button", { name: "Call", exact: true }).click();
    await outcome()
      .getByText(/Resolved after \d+ ms/)
      .waitFor();
    await page.getByRole("tab", { name: account?.name ?? "?" }).waitFor();
    const [sent, answered] = await wire().getByRole("listitem").allTextContents();
    assert.match(sent ?? "", /to Salesforce.*interactionApi\/.*method=screenPop/s);
    assert.match(answered ?? "", /from Salesforce.*method=screenPop.*result=true/s);
  });

  it("opens a primary tab, and shows type, result and messages", async () => {
    await choose("primarytabs open", "openPrimaryTab");
    await explorer.getByText("openPrimaryTab(url: string, options?: OpenTabOptions)").waitFor();
    await explorer.getByText(/interface OpenTabOptions/).waitFor();
    await explorer.getByRole("textbox", { name: /^label/ }).fill("Explored & found");
    await explorer.getByRole("button", { name: "Call", exact: true }).click();
    await outcome()
      .getByText(/"scc-pt-\d+"/)
      .waitFor();
    await page.getByRole("tab", { name: "Explored & found" }).waitFor();
    await wire()
      .getByText(/integrationApi\/.*openPrimaryTab/)
      .first()
      .waitFor();
  });

  it("shows why Salesforce refuses", async () => {
    await choose("closeTab", "closeTab");
    await explorer.getByRole("textbox", { name: /^id/ }).fill("scc-pt-99");
    await explorer.getByRole("button", { name: "Call", exact: true }).click();
    await outcome().getByText("refused").waitFor();
    await outcome().getByText("No tab scc-pt-99").waitFor();
  });

  it("listens until it is stopped", async () => {
    await choose("onFocusedPrimaryTab", "onFocusedPrimaryTab");
    await explorer.getByRole("button", { name: "Listen" }).click();
    await outcome().getByText("Listening: 0 events").waitFor();
    await wire()
      .getByText(/onFocusedPrimaryTab/)
      .first()
      .waitFor();
    await page.getByRole("tab", { name: "Wim" }).click();
    await outcome().getByText("Listening: 1 event").waitFor();
    await explorer.getByRole("button", { name: "Stop" }).click();
    await outcome().getByText("Stopped: 1 event").waitFor();
    await explorer.getByRole("button", { name: "Listen" }).waitFor();
  });

  it("is usable by keyboard alone", async () => {
    const filter = explorer.getByRole("searchbox", { name: "Filter methods" });
    await filter.fill("isInConsole");
    await filter.press("Tab");
    await page.keyboard.press("Enter");
    await explorer.getByRole("heading", { level: 2, name: "isInConsole" }).waitFor();
    await explorer.getByRole("button", { name: "Call", exact: true }).press("Enter");
    await outcome().getByText("true").waitFor();
  });

  it("has no barrier that axe finds, in any of its states", async () => {
    assert.deepEqual((await axe()).violations, []);
    await choose("saveLog", "saveLog");
    await explorer.getByRole("button", { name: "Call", exact: true }).click();
    await outcome().getByText(/00T/).waitFor();
    assert.deepEqual((await axe()).violations, []);
    await choose("popoutable", "setCustomConsoleComponentPopoutable");
    await explorer.getByRole("button", { name: "Call", exact: true }).click();
    await outcome().getByText("refused").waitFor();
    assert.deepEqual((await axe()).violations, []);
  });

  it("says why it is not connected when it is opened on its own", async () => {
    const alone = await stage.agent.newPage();
    await alone.goto(`http://phone.localhost:${stage.demo.port}/explorer.html`);
    await alone
      .getByRole("alert")
      .getByText(/nothing says that Salesforce embeds/)
      .waitFor();
    await alone.getByRole("button", { name: "Call", exact: true }).click();
    await alone.getByText("unavailable").waitFor();
  });
});
