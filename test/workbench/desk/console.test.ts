import { assert } from "chai";
import { createOrg } from "../../../src/workbench/records/org.ts";
import { loneNumber } from "../../../src/workbench/records/phone-number.ts";
import { assertAccessible, eventually, mountedDesk, shown } from "./mounted-desk.ts";

const open = (url = "/console") => mountedDesk(url, { mode: "console" });

const tabs = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>("[role=tab]")].map(({ textContent }) => textContent);

describe("workbench/desk/console", () => {
  let contactId: string;
  before(async () => {
    contactId = (await createOrg().search(loneNumber))[0]?.Id ?? "";
  });

  it("shows the chosen object's list view in the navigation tab, accessibly", async () => {
    using desk = open();
    await shown(desk.root, "table[aria-label='All Contacts']");
    await assertAccessible(document.body);
  });

  it("changes object by its menu and view by its chooser, without another tab", async () => {
    using desk = open();
    (await shown(desk.root, "button[aria-label=Navigation]")).click();
    (await shown(desk.root, ".navigation-menu li button", "Cases")).click();
    await shown(desk.root, "table[aria-label='All Open Cases']");
    const chooser = desk.root.querySelector<HTMLSelectElement>(".view-chooser select");
    const mine = [...(chooser?.options ?? [])].find(({ label }) => label === "My Open Cases");
    if (chooser && mine) chooser.value = mine.value;
    chooser?.dispatchEvent(new Event("change", { bubbles: true }));
    await shown(desk.root, "table[aria-label='My Open Cases']");
    assert.deepStrictEqual(tabs(desk.root), ["Cases"]);
  });

  it("opens a record of a list in a primary tab, and its links in subtabs", async () => {
    using desk = open();
    (await shown(desk.root, `a[href='/${contactId}']`)).click();
    (await shown(desk.root, "[data-field=AccountId] a")).click();
    await shown(desk.root, "h2", "Account Detail");
    const [primary] = desk.salesforce.console.value.primaryTabs;
    assert.strictEqual(primary?.url, `/${contactId}`);
    assert.lengthOf(primary?.subtabs ?? [], 1);
    await assertAccessible(document.body);
  });

  it("keeps a page alive while another tab is in front", async () => {
    using desk = open();
    desk.salesforce.open(`/${contactId}/e`);
    const notes = await shown(desk.root, "textarea");
    (notes as HTMLTextAreaElement).value = "draft";
    desk.salesforce.open("/search?str=acme");
    await shown(desk.root, "h1", "Search Results acme");
    desk.salesforce.focusTab("scc-pt-1");
    assert.strictEqual(
      ((await shown(desk.root, "textarea")) as HTMLTextAreaElement).value,
      "draft",
    );
  });

  it("marks a tab with unsaved changes, and asks before it closes that", async () => {
    using desk = open();
    desk.salesforce.open(`/${contactId}/e`);
    (await shown(desk.root, "textarea")).dispatchEvent(new Event("input", { bubbles: true }));
    await eventually(() => tabs(desk.root)[1]?.startsWith("*"));
    const answers: boolean[] = [false, true];
    const asked = window.confirm.bind(window);
    window.confirm = () => answers.shift() ?? true;
    try {
      const close = await shown(desk.root, ".tab-close");
      close.click();
      assert.lengthOf(desk.salesforce.console.value.primaryTabs, 1);
      close.click();
      assert.lengthOf(desk.salesforce.console.value.primaryTabs, 0);
    } finally {
      window.confirm = asked;
    }
  });

  it("closes a tab with Delete and moves with the arrow keys", async () => {
    using desk = open();
    desk.salesforce.open(`/${contactId}`);
    const press = async (key: string) => {
      const tab = await shown(desk.root, "[role=tab][aria-selected=true]");
      tab.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    };
    await eventually(() => tabs(desk.root).length === 2);
    await press("ArrowLeft");
    await eventually(() => desk.salesforce.console.value.focusedPrimaryTab === undefined);
    await press("ArrowRight");
    await eventually(() => desk.salesforce.console.value.focusedPrimaryTab === "scc-pt-1");
    await press("Delete");
    await eventually(() => tabs(desk.root).length === 1);
    assert.lengthOf(desk.salesforce.console.value.primaryTabs, 0);
  });

  it("loads a tab's page again when its revision rises", async () => {
    using desk = open();
    desk.salesforce.open(`/${contactId}`);
    await shown(desk.root, "section[aria-label='Activity History'] .empty, table");
    await desk.org.save("Task", { Subject: "Fresh call", WhoId: contactId });
    desk.changeTab("scc-pt-1", { revision: 1 });
    await shown(desk.root, "section[aria-label='Activity History'] a", "Fresh call");
  });

  describe("softphone's button", () => {
    const button = (root: HTMLElement) => shown(root, ".softphone-button");

    it("shows and hides the frame without taking it away", async () => {
      using desk = open();
      const frame = desk.box.appendChild(document.createElement("iframe"));
      assert.isFalse(frame.checkVisibility({ visibilityProperty: true }));
      (await button(desk.root)).click();
      await eventually(() => frame.checkVisibility({ visibilityProperty: true }));
      assert.strictEqual((await button(desk.root)).getAttribute("aria-expanded"), "true");
      (await button(desk.root)).click();
      await eventually(() => !frame.checkVisibility({ visibilityProperty: true }));
      assert.isTrue(frame.isConnected && desk.box.inert);
      assert.notStrictEqual(getComputedStyle(desk.box).display, "none");
    });

    it("keeps its name whatever text and style the softphone gives it", async () => {
      using desk = open();
      const { softphone } = desk;
      assert.strictEqual((await button(desk.root)).getAttribute("aria-label"), "Softphone");
      softphone.value = {
        ...softphone.value,
        button: { text: "Call from <b>Ann</b>", style: "background: rgb(255, 0, 0)" },
      };
      await eventually(() => desk.root.textContent.includes("Call from <b>Ann</b>"));
      const label = (await button(desk.root)).getAttribute("aria-label");
      assert.strictEqual(label, "Softphone");
      assert.strictEqual(
        getComputedStyle(await button(desk.root)).backgroundColor,
        "rgb(255, 0, 0)",
      );
    });

    it("blinks with the alternate text", async () => {
      using desk = open();
      const { softphone } = desk;
      const blink = { text: "RINGING", interval: 100 };
      softphone.value = { ...softphone.value, button: { text: "Call", style: "", blink } };
      await eventually(() => desk.root.textContent.includes("RINGING"));
      await eventually(() => !desk.root.textContent.includes("RINGING"));
    });
  });

  it("logs out through the player, then leaves the console", async () => {
    using desk = open();
    (await shown(desk.root, ".masthead-links button", "Log out")).click();
    assert.isTrue(desk.loggedOut());
    assert.deepStrictEqual(desk.loads, ["/secur/logout.jsp"]);
  });

  it("says why Salesforce would not open a tab", async () => {
    using desk = open();
    desk.salesforce.open(`/${contactId}`);
    const openTab = desk.salesforce.open.bind(desk.salesforce);
    desk.salesforce.open = () => openTab("/refused");
    (await shown(desk.root, "[data-field=AccountId] a")).click();
    const notice = await shown(desk.root, ".console-refusal");
    assert.include(notice.textContent, "One tab too many");
    (await shown(notice, "button")).click();
    await eventually(() => !notice.isConnected);
  });

  it("lets queued texts take turns in the browser's title", async () => {
    using desk = open();
    desk.titleQueue.value = ["Incoming call"];
    await eventually(() => document.title === "Incoming call");
    desk.titleQueue.value = [];
    await eventually(() => document.title !== "Incoming call");
  });

  it("goes where a pop wants a standard tab to go", () => {
    using desk = mountedDesk("/home");
    desk.navigateTo.value = `/${contactId}`;
    assert.deepStrictEqual(desk.loads, [`/${contactId}`]);
  });
});
