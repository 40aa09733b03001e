import { assert } from "chai";
import { acme, ada, aCase } from "../../fake-store.ts";
import { Heard, type Reply, type Softphone, Stage } from "../../stage.ts";

const refused = { success: false };

function openPrimary(
  phone: Softphone,
  url: string,
  more: { label?: string; name?: string; id?: string; activate?: boolean } = {},
) {
  const { label, name, id, activate = true } = more;
  return phone.askConsole("openPrimaryTab", [id, url, activate, label, name], 4);
}

function openSub(phone: Softphone, ...[primary, url, name]: readonly (string | undefined)[]) {
  return phone.askConsole("openSubtab", [primary, url, true, undefined, undefined, name], 5);
}

describe("workbench/players/console, tabs", () => {
  describe("openPrimaryTab", () => {
    it("opens a tab with its label, and shows it", async () => {
      using stage = new Stage();
      const reply = await openPrimary(stage.softphone(), `/${ada.Id}`, {
        label: "Caller",
        name: "call-1",
      });
      assert.deepEqual(reply, { success: true, id: "scc-pt-1" });
      const { primaryTabs, focusedPrimaryTab } = stage.salesforce.console.value;
      assert.include(primaryTabs[0], { label: "Caller", name: "call-1", recordId: ada.Id });
      assert.equal(focusedPrimaryTab, "scc-pt-1");
    });

    it("takes the record's name where there is no label, and a poor one elsewhere", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, `/${ada.Id}`);
      await openPrimary(phone, "/apex/Page");
      const labels = stage.salesforce.console.value.primaryTabs.map(({ label }) => label);
      assert.deepEqual(labels, ["Ada", "External Page"]);
    });

    it("opens in the background when told so", async () => {
      using stage = new Stage();
      await openPrimary(stage.softphone(), `/${ada.Id}`, { activate: false });
      assert.isUndefined(stage.salesforce.console.value.focusedPrimaryTab);
    });

    it("comes back to a record that is open, and to a tab whose Id is given", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const first = await openPrimary(phone, `/${ada.Id}`);
      assert.equal((await openPrimary(phone, `/${ada.Id}`)).id, first.id);
      assert.equal((await openPrimary(phone, "/003/o", { id: "scc-pt-1" })).id, first.id);
      const { primaryTabs } = stage.salesforce.console.value;
      assert.lengthOf(primaryTabs, 1);
      assert.include(primaryTabs[0], { url: "/003/o", revision: 1 });
      assert.isUndefined(primaryTabs[0]?.recordId);
    });

    it("refuses beyond the limit, and hosts that are not allowed", async () => {
      const features = { maxPrimaryTabs: 2, allowedHosts: ["wiki.example.com:8443"] };
      using stage = new Stage({ features });
      const phone = stage.softphone();
      assert.deepEqual(await openPrimary(phone, "https://evil.example/"), refused);
      assert.deepEqual(await openPrimary(phone, "https://wiki.example.com/"), refused);
      assert.include(await openPrimary(phone, "https://wiki.example.com:8443/a"), {
        success: true,
      });
      await openPrimary(phone, "/001");
      assert.deepEqual(await openPrimary(phone, "/003"), refused);
    });
  });

  describe("openSubtab", () => {
    it("opens in a primary tab by Id and by name", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, `/${acme.Id}`, { name: "home" });
      assert.deepEqual(await openSub(phone, "scc-pt-1", `/${aCase.Id}`), {
        success: true,
        id: "scc-st-2",
      });
      const byName = await phone.askConsole(
        "openSubtabByPrimaryTabName",
        ["home", `/${ada.Id}`, false, "Ada", undefined, "n"],
        5,
      );
      assert.deepEqual(byName, { success: true, id: "scc-st-3" });
      const [primary] = stage.salesforce.console.value.primaryTabs;
      assert.deepEqual(
        primary?.subtabs.map(({ label }) => label),
        ["1001", "Ada"],
      );
      assert.equal(primary?.focusedSubtab, "scc-st-2");
    });

    it("refuses an unknown primary tab and more than the limit", async () => {
      using stage = new Stage({ features: { maxSubtabs: 1 } });
      const phone = stage.softphone();
      assert.deepEqual(await openSub(phone, "scc-pt-9", "/003"), refused);
      await openPrimary(phone, "/001");
      await openSub(phone, "scc-pt-1", "/003");
      assert.deepEqual(await openSub(phone, "scc-pt-1", "/500"), refused);
    });
  });

  describe("closeTab", () => {
    it("closes, and shows a neighbour", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      for (const url of ["/001", "/003", "/500"]) await openPrimary(phone, url);
      await phone.askConsole("focusPrimaryTabById", ["scc-pt-2"]);
      assert.deepEqual(await phone.askConsole("closeTab", ["scc-pt-2"]), { success: true });
      assert.equal(stage.salesforce.console.value.focusedPrimaryTab, "scc-pt-3");
    });

    it("closes the primary tab with its first subtab, the details page", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      const { ids } = await phone.askConsole("getSubtabIds", ["scc-pt-1"]);
      assert.deepEqual(ids, ["scc-st-1"]);
      await phone.askConsole("closeTab", ["scc-st-1"]);
      assert.lengthOf(stage.salesforce.console.value.primaryTabs, 0);
    });

    it("refuses what is unsaved, barred, pinned around it, or not there, and says why", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      await openSub(phone, "scc-pt-1", "/003");
      await openSub(phone, "scc-pt-1", "/500");
      stage.salesforce.setDirty("scc-st-2", true);
      assert.include(await phone.askConsole("closeTab", ["scc-st-2"]), {
        success: false,
        error: "The tab has unsaved changes",
      });
      await phone.askConsole("disableTabClose", [true, "scc-st-3"]);
      assert.include(await phone.askConsole("closeTab", ["scc-st-3"]), refused);
      await phone.askConsole("disableTabClose", [false, "scc-st-3"]);
      stage.salesforce.pinTab("scc-pt-1", true);
      assert.include(await phone.askConsole("closeTab", ["scc-st-3"]), refused);
      assert.include(await phone.askConsole("closeTab", ["scc-pt-9"]), refused);
      assert.lengthOf(stage.salesforce.console.value.primaryTabs[0]?.subtabs ?? [], 2);
    });

    it("is undone by reopenLastClosedTab, once", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, `/${ada.Id}`);
      await phone.askConsole("closeTab", ["scc-pt-1"]);
      assert.deepEqual(await phone.askConsole("reopenLastClosedTab"), { success: true });
      assert.equal(stage.salesforce.console.value.primaryTabs[0]?.recordId, ada.Id);
      assert.deepEqual(await phone.askConsole("reopenLastClosedTab"), refused);
    });
  });

  describe("disableTabClose", () => {
    it("takes a details page for its primary tab, and says what is wrong", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      assert.deepEqual(await phone.askConsole("disableTabClose", [true, "scc-st-1"]), {
        success: true,
        message: "scc-pt-1",
      });
      assert.include(await phone.askConsole("disableTabClose", [true, false]), refused);
    });
  });

  describe("focusing", () => {
    it("finds tabs by Id and by name", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001", { name: "one" });
      await openSub(phone, "scc-pt-1", "/003", "sub");
      await openPrimary(phone, "/500");
      const front = () => {
        const { focusedPrimaryTab, primaryTabs } = stage.salesforce.console.value;
        const tab = primaryTabs.find(({ id }) => id === focusedPrimaryTab);
        return `${tab?.id ?? "none"} ${tab?.focusedSubtab ?? "details"}`;
      };
      const cases: readonly (readonly [string, readonly unknown[], string])[] = [
        ["focusPrimaryTabByName", ["one"], "scc-pt-1 scc-st-2"],
        ["focusPrimaryTabById", ["scc-pt-2"], "scc-pt-2 details"],
        ["focusSubtabById", ["scc-st-1"], "scc-pt-1 details"],
        ["focusSubtabByNameAndPrimaryTabId", ["sub", "scc-pt-1"], "scc-pt-1 scc-st-2"],
        ["focusSubtabById", ["scc-st-1"], "scc-pt-1 details"],
        ["focusSubtabByNameAndPrimaryTabName", ["sub", "one"], "scc-pt-1 scc-st-2"],
        ["focusNavigationTab", [], "none details"],
      ];
      for (const [method, args, expected] of cases) {
        assert.deepEqual(await phone.askConsole(method, args), { success: true }, method);
        assert.equal(front(), expected, method);
      }
    });

    it("refuses what is not there, and subtabs for primary tabs", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      const cases: readonly (readonly [string, readonly unknown[]])[] = [
        ["focusPrimaryTabById", ["scc-st-1"]],
        ["focusPrimaryTabByName", ["nobody"]],
        ["focusSubtabById", ["scc-pt-1"]],
        ["focusSubtabByNameAndPrimaryTabId", ["nobody", "scc-pt-1"]],
        ["focusSubtabByNameAndPrimaryTabName", ["x", "nobody"]],
      ];
      for (const [method, args] of cases) {
        assert.deepEqual(await phone.askConsole(method, args), refused, method);
      }
    });
  });

  describe("refreshing", () => {
    it("loads pages of the org again, found by Id or name", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001", { name: "one" });
      await openSub(phone, "scc-pt-1", "/003", "sub");
      await openPrimary(phone, "/500");
      const cases: readonly (readonly [string, readonly unknown[], number])[] = [
        ["refreshPrimaryTabById", ["scc-pt-1", false], 2],
        ["refreshPrimaryTabByName", ["one", false], 2],
        ["refreshSubtabById", ["scc-st-2", false], 2],
        ["refreshSubtabByNameAndPrimaryTabId", ["sub", "scc-pt-1", false], 3],
        ["refreshSubtabByNameAndPrimaryTabName", ["sub", "one", true], 3],
      ];
      for (const [method, args, at] of cases) {
        assert.deepEqual(await phone.askConsole(method, [...args, true], at), { success: true });
      }
      const [tab] = stage.salesforce.console.value.primaryTabs;
      assert.equal(tab?.revision, 2);
      assert.equal(tab?.subtabs[0]?.revision, 3);
      assert.equal(stage.salesforce.console.value.focusedPrimaryTab, "scc-pt-1");
    });

    it("cannot refresh Visualforce", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/apex/Page");
      assert.deepEqual(
        await phone.askConsole("refreshPrimaryTabById", ["scc-pt-1", true], 2),
        refused,
      );
    });
  });

  describe("questions", () => {
    it("tell what is in front, and a word for none", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      assert.deepEqual(await phone.askConsole("getFocusedPrimaryTabId"), {
        success: false,
        id: "null",
      });
      assert.deepEqual((await phone.askConsole("getPrimaryTabIds")).ids, [""]);
      await openPrimary(phone, `/${acme.Id}`);
      await openSub(phone, "scc-pt-1", `/${ada.Id}`);
      const answers: Readonly<Record<string, string>> = {
        getFocusedPrimaryTabId: "scc-pt-1",
        getFocusedPrimaryTabObjectId: "001x0000003DGQR",
        getFocusedSubtabId: "scc-st-2",
        getFocusedSubtabObjectId: "003x0000001ADAA",
      };
      for (const [method, id] of Object.entries(answers)) {
        assert.deepEqual(await phone.askConsole(method), { success: true, id }, method);
      }
      assert.deepEqual((await phone.askConsole("getPrimaryTabIds")).ids, ["scc-pt-1"]);
    });

    it("know the tab around a page, and none around the softphone", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, `/${acme.Id}`);
      const inside = stage.softphone({ tabId: "scc-pt-1" });
      assert.include(await phone.askConsole("getEnclosingTabId"), refused);
      assert.include(await inside.askConsole("getEnclosingTabId"), { id: "scc-st-1" });
      assert.include(await inside.askConsole("getEnclosingPrimaryTabId"), { id: "scc-pt-1" });
      assert.include(await inside.askConsole("getEnclosingPrimaryTabObjectId"), {
        id: "001x0000003DGQR",
      });
      assert.include(await inside.askConsole("isInCustomConsoleComponent"), {
        inCustomConsoleComponent: false,
      });
    });

    it("tell the page in a tab", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, `/${acme.Id}`);
      const { pageInfo } = await phone.askConsole("getPageInfo", ["scc-pt-1"]);
      assert.include(JSON.parse(String(pageInfo)) as Reply, {
        objectName: "Acme",
        object: "Account",
      });
      assert.deepEqual(await phone.askConsole("getPageInfo", [null]), refused);
    });

    it("make links that open the same tabs again", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      await openSub(phone, "scc-pt-1", "/003?a=1&b=2");
      const link = async (level: string) =>
        String((await phone.askConsole("getTabLink", [level, "scc-pt-1"])).tabLink);
      assert.equal(await link("standard"), `${location.origin}/001`);
      const whole = await link("complete");
      assert.notEqual(await link("thistabonly"), whole);
      assert.include(await phone.askConsole("getTabLink", ["odd", "scc-pt-1"]), refused);
      const { consoleUrl } = await phone.askConsole("generateConsoleUrl", [
        ["/001", "/003?a=1&b=2"],
      ]);
      assert.equal(consoleUrl, whole);
      await phone.askConsole("closeTab", ["scc-pt-1"]);
      const opened = await phone.askConsole("openConsoleUrl", [
        null,
        whole,
        true,
        ["A", "B"],
        ["a", "b"],
      ]);
      assert.deepEqual(opened, { success: true });
      const [tab] = stage.salesforce.console.value.primaryTabs;
      assert.include(tab, { url: "/001", label: "A", name: "a" });
      assert.include(tab?.subtabs[0], { url: "/003?a=1&b=2", label: "B", name: "b" });
      assert.include(
        await phone.askConsole("openConsoleUrl", [null, "/odd", true, [], []]),
        refused,
      );
    });
  });

  describe("dressing", () => {
    it("changes title, icon, colours and unsaved changes", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      const at = "scc-pt-1";
      phone.call("console.setTabTitle", "New", at);
      assert.deepEqual(await phone.askConsole("setTabIcon", ["/img.png", at]), { success: true });
      await phone.askConsole("setTabStyle", ["background:#eee", at]);
      await phone.askConsole("setTabTextStyle", ["font-weight:bold;color:red", at]);
      await phone.askConsole("setTabUnsavedChanges", [true, at], 1);
      assert.include(stage.salesforce.console.value.primaryTabs[0], {
        label: "New",
        iconUrl: "/img.png",
        style: "background:#eee",
        textColor: "red",
        dirty: true,
      });
    });

    it("refuses without a tab, and images that are none", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      assert.deepEqual(await phone.askConsole("setTabIcon", ["/img.png", undefined]), refused);
      assert.deepEqual(await phone.askConsole("setTabIcon", ["javascript:1", "scc-pt-1"]), refused);
      assert.deepEqual(
        await phone.askConsole("setTabUnsavedChanges", [true, undefined], 1),
        refused,
      );
      assert.deepEqual(await phone.askConsole("setTabLink"), refused);
    });

    it("knows sidebars and their components by name", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      const component = JSON.stringify({ componentType: "FILES_WIDGET" });
      const yes = { success: true };
      assert.deepEqual(
        await phone.askConsole("focusSidebarComponent", [component, "scc-pt-1"]),
        yes,
      );
      assert.deepEqual(await phone.askConsole("focusSidebarComponent", ["{", "scc-pt-1"]), refused);
      assert.deepEqual(
        await phone.askConsole("setSidebarVisible", [true, "scc-pt-1", "left"]),
        yes,
      );
      assert.deepEqual(
        await phone.askConsole("setSidebarVisible", [true, "scc-pt-1", "up"]),
        refused,
      );
    });
  });

  describe("events", () => {
    it("tell of focus, with the record or the word for none", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const primary = new Heard();
      const sub = new Heard();
      phone.call("console.onFocusedPrimaryTab", primary.listener);
      phone.call("console.onFocusedSubtab", sub.listener);
      await openPrimary(phone, `/${ada.Id}`);
      await openSub(phone, "scc-pt-1", "/003/o");
      assert.deepEqual(primary.all, [{ id: "scc-pt-1", objectId: "003x0000001ADAA" }]);
      assert.deepEqual(sub.all, [
        { id: "scc-st-1", objectId: "003x0000001ADAA" },
        { id: "scc-st-2", objectId: "null" },
      ]);
    });

    it("tell of opened and closed tabs, of one tab or of all", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const [opened, closed, bound] = [new Heard(), new Heard(), new Heard()];
      phone.call("console.addEventListener", "SFORCE_CONSOLE:OPEN_TAB", opened.listener);
      phone.call("console.addEventListener", "SFORCE_CONSOLE:CLOSE_TAB", closed.listener);
      phone.call("console.addEventListener", "SFORCE_CONSOLE:CLOSE_TAB", bound.listener, {
        tabId: "scc-pt-2",
      });
      await openPrimary(phone, "/001");
      await openPrimary(phone, `/${ada.Id}`);
      stage.salesforce.closeTab("scc-pt-1");
      stage.salesforce.closeTab("scc-pt-2");
      await phone.askConsole("getPrimaryTabIds");
      assert.deepEqual(
        opened.all.map(({ id }) => id),
        ["scc-pt-1", "scc-pt-2"],
      );
      assert.deepEqual(
        closed.all.map(({ id }) => id),
        ["scc-pt-1", "scc-pt-2"],
      );
      assert.deepEqual(bound.all, [
        { id: "scc-pt-2", objectId: "003x0000001ADAA", tabObjectId: "003x0000001ADAA" },
      ]);
    });

    it("tell the page inside of its tab's refresh, and everybody of a save", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await openPrimary(phone, "/001");
      await openPrimary(phone, "/003");
      const inside = stage.softphone({ tabId: "scc-pt-1" });
      const [refreshed, saved, outside] = [new Heard(), new Heard(), new Heard()];
      inside.call("console.onEnclosingTabRefresh", refreshed.listener);
      phone.call("console.onEnclosingTabRefresh", outside.listener);
      phone.call("console.onTabSave", saved.listener);
      for (const id of ["scc-pt-1", "scc-pt-2"]) {
        await phone.askConsole("refreshPrimaryTabById", [id, false], 2);
      }
      stage.salesforce.setDirty("scc-pt-2", true);
      stage.salesforce.setDirty("scc-pt-2", false);
      await Promise.all([phone, inside].map((each) => each.askConsole("getPrimaryTabIds")));
      assert.deepEqual(refreshed.all, [{ id: "scc-pt-1", objectId: "null" }]);
      assert.deepEqual(saved.all, [{ id: "scc-pt-2", objectId: "null" }]);
      assert.lengthOf(outside.all, 0);
    });
  });

  describe("navigation", () => {
    it("tells and chooses lists", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const { items } = await phone.askConsole("getNavigationTabs");
      assert.deepInclude(JSON.parse(String(items)) as Reply[], {
        navigationTabId: "nav-contacts",
        listViewUrl: "/003/o",
        label: "Contacts",
        selected: true,
      });
      assert.deepEqual(await phone.askConsole("setSelectedNavigationTab", ["nav-cases"], 0), {
        success: true,
      });
      assert.include(await phone.askConsole("getSelectedNavigationTab"), {
        label: "Cases",
        selected: true,
      });
      assert.deepEqual(await phone.askConsole("setSelectedNavigationTab", [null, "/001/o"], 0), {
        success: true,
      });
      assert.deepEqual(await phone.askConsole("setSelectedNavigationTab", ["none"], 0), refused);
      assert.deepEqual(await phone.askConsole("refreshNavigationTab"), { success: true });
    });
  });
});
