import { assert } from "chai";
import type { SoftphoneLayout } from "../../../../src/workbench/players/softphone-layout.ts";
import { defaultLayout } from "../../../../src/workbench/players/softphone-layout.ts";
import { Heard, type Reply, Stage } from "../../stage.ts";
import { acme, ada, person } from "../../fake-store.ts";

const parsed = ({ result }: Reply): unknown => JSON.parse(String(result));

function inbound(settings: SoftphoneLayout["Inbound"]["screenPopSettings"]): SoftphoneLayout {
  return { ...defaultLayout, Inbound: { ...defaultLayout.Inbound, screenPopSettings: settings } };
}

describe("workbench/players/opencti", () => {
  describe("isInConsole", () => {
    it("is true in a console and false in standard tabs", async () => {
      using console = new Stage();
      using tabs = new Stage({ mode: "tabs" });
      assert.isTrue((await console.softphone().ask("isInConsole")).result);
      assert.isFalse((await tabs.softphone().ask("isInConsole")).result);
    });
  });

  describe("screenPop", () => {
    for (const [currentUrl, expected] of [
      [`/${ada.Id}/e?retURL=%2F`, false],
      [`/${ada.Id}`, true],
    ] as const)
      it(`${expected ? "leaves" : "stays on"} ${currentUrl} when it is not forced to`, async () => {
        using stage = new Stage({ mode: "tabs", currentUrl });
        const phone = stage.softphone();
        const { result = false } = await phone.ask("screenPop", `/${acme.Id}`, false);
        assert.equal(result, expected);
        assert.isTrue((await phone.ask("screenPop", `/${acme.Id}`, true)).result);
      });

    it("opens a primary tab in a console", async () => {
      using stage = new Stage();
      assert.isTrue((await stage.softphone().ask("screenPop", `/${ada.Id}`, true)).result);
      const [tab] = stage.salesforce.console.value.primaryTabs;
      assert.include(tab, { url: `/${ada.Id}`, recordId: ada.Id });
      assert.equal(stage.salesforce.console.value.focusedPrimaryTab, tab?.id);
    });

    it("opens a record only once", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.ask("screenPop", `/${ada.Id}`, true);
      await phone.ask("screenPop", `/${ada.Id.slice(0, 15)}`, true);
      assert.lengthOf(stage.salesforce.console.value.primaryTabs, 1);
    });

    it("sends the window elsewhere in standard tabs", async () => {
      using stage = new Stage({ mode: "tabs" });
      await stage.softphone().ask("screenPop", "/003", true);
      assert.equal(stage.salesforce.navigateTo.value, "/003");
    });

    it("refuses other sites, and unsaved changes without force", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      for (const url of ["https://evil.example", "//evil.example", "003", "javascript:1"]) {
        const { result, error } = await phone.ask("screenPop", url, true);
        assert.isFalse(result, url);
        assert.isString(error);
      }
      await phone.ask("screenPop", "/001", true);
      stage.salesforce.setDirty("scc-pt-1", true);
      assert.include(await phone.ask("screenPop", "/003", false), {
        result: false,
        error: "Unsaved changes",
      });
      assert.isTrue((await phone.ask("screenPop", "/003", true)).result);
    });
  });

  describe("getPageInfo", () => {
    it("tells the record in front", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.ask("screenPop", `/${acme.Id}`, true);
      assert.deepEqual(parsed(await phone.ask("getPageInfo")), {
        url: `${location.origin}/${acme.Id}`,
        objectId: "001x0000003DGQR",
        objectName: "Acme",
        object: "Account",
        displayName: "Account",
      });
    });

    it("tells both Ids of a person account", async () => {
      using stage = new Stage({ mode: "tabs", currentRecordId: person.Id });
      assert.deepInclude(parsed(await stage.softphone().ask("getPageInfo")) as Reply, {
        personAccount: true,
        contactId: "003D000000QOBPX",
      });
    });

    it("tells empty texts where no record is", async () => {
      using stage = new Stage();
      const info = parsed(await stage.softphone().ask("getPageInfo"));
      assert.deepInclude(info as Reply, { objectId: "", objectName: "", object: "" });
    });
  });

  describe("onFocus", () => {
    it("tells of primary tabs and of the navigation tab, and only afterwards", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const heard = new Heard();
      phone.call("interaction.onFocus", heard.listener);
      await phone.ask("screenPop", `/${ada.Id}`, true);
      const first = heard.all[0] ?? (await heard.next());
      assert.equal((parsed(first) as Reply).objectName, "Ada");
      const next = heard.next();
      stage.salesforce.selectNavigation("nav-cases");
      assert.equal((parsed(await next) as Reply).objectId, "");
    });
  });

  describe("searchAndScreenPop", () => {
    it("opens the one match", async () => {
      using stage = new Stage();
      const reply = await stage.softphone().ask("searchAndScreenPop", "4155550101", "", "inbound");
      assert.deepEqual(parsed(reply), {
        "003x0000001ADAA": {
          Name: "Ada",
          Phone: "4155550101",
          object: "Contact",
          displayName: "Contact",
        },
      });
      assert.equal(stage.salesforce.console.value.primaryTabs[0]?.url, "/003x0000001ADAA");
    });

    it("opens the search for several, and tells one field of each", async () => {
      using stage = new Stage();
      const reply = await stage.softphone().ask("searchAndScreenPop", "4155550202", "", "inbound");
      assert.deepEqual(Object.values(parsed(reply) as Reply)[0], {
        Name: "Bob",
        object: "Contact",
        displayName: "Contact",
      });
      assert.match(stage.salesforce.console.value.primaryTabs[0]?.url ?? "", /^\/search\//);
    });

    it("opens nothing for a number that nobody has, nor for outbound calls, whatever the layout", async () => {
      const { screenPopSettings } = defaultLayout.Inbound;
      const Outbound = { ...defaultLayout.Outbound, screenPopSettings };
      using stage = new Stage({ layout: { ...defaultLayout, Outbound } });
      const phone = stage.softphone();
      assert.deepEqual(parsed(await phone.ask("searchAndScreenPop", "000", "", "inbound")), {});
      await phone.ask("searchAndScreenPop", "4155550101", "", "outbound");
      assert.lengthOf(stage.salesforce.console.value.primaryTabs, 0);
    });

    it("finds any of several texts", async () => {
      using stage = new Stage();
      const reply = await stage
        .softphone()
        .ask("searchAndScreenPop", "4155550101 OR 4155551212", "", "inbound");
      assert.sameMembers(Object.keys(parsed(reply) as Reply), [
        "003x0000001ADAA",
        "001x0000003DGQR",
      ]);
    });

    it("opens a new browser window where the layout asks for one", async () => {
      const opened: string[] = [];
      const layout = inbound({
        screenPopsOpenWithin: "NewWindow",
        SingleMatch: { screenPopType: "PopToEntity" },
      });
      const openWindow = (url: string) => opened.push(url);
      using stage = new Stage({ mode: "tabs", layout, openWindow });
      await stage.softphone().ask("searchAndScreenPop", "4155550101", "", "inbound");
      assert.deepEqual(opened, ["/003x0000001ADAA"]);
    });
  });

  describe("searchAndGetScreenPopUrl", () => {
    const none = "000";
    const single = "4155550101";
    const kinds: readonly (readonly [string, SoftphoneLayout, string, string])[] = [
      [
        "a new record",
        inbound({ NoMatch: { screenPopType: "PopToEntity", screenPopData: "Contact" } }),
        none,
        "/003/e?con10=1",
      ],
      [
        "a Visualforce page",
        inbound({ NoMatch: { screenPopType: "PopToVisualforce", screenPopData: "Pop" } }),
        none,
        "/apex/Pop?con10=1",
      ],
      [
        "a flow",
        inbound({ SingleMatch: { screenPopType: "PopToFlow", screenPopData: "F" } }),
        single,
        "/flow/F?con10=1",
      ],
      [
        "the record",
        inbound({ SingleMatch: { screenPopType: "PopToEntity", screenPopData: "Contact" } }),
        single,
        "/003x0000001ADAA?con10=1",
      ],
      [
        "a search",
        inbound({ SingleMatch: { screenPopType: "PopToSearch" } }),
        single,
        "/search/SearchResults?searchType=2&str=4155550101",
      ],
      ["nothing", inbound({ SingleMatch: { screenPopType: "DoNotPop" } }), single, ""],
      ["nothing when nothing is said", inbound({}), single, ""],
    ];
    for (const [what, layout, searched, url] of kinds) {
      it(`tells the address of ${what}, and opens nothing`, async () => {
        using stage = new Stage({ layout });
        const reply = await stage
          .softphone()
          .ask("searchAndGetScreenPopUrl", searched, "con10=1", "inbound");
        assert.equal((parsed(reply) as Reply).screenPopUrl, url);
        assert.lengthOf(stage.salesforce.console.value.primaryTabs, 0);
      });
    }
  });

  describe("saveLog", () => {
    it("saves, and tells the Id in 15 characters", async () => {
      using stage = new Stage();
      const values = `Subject=${encodeURIComponent("A&B = 100%; ü")}&Status=Completed`;
      const reply = await stage.softphone().ask("saveLog", "Task", values);
      assert.include(reply, { result: true, id: "00Tx00000012345" });
      assert.deepEqual(stage.store.saved[0]?.fields, {
        Subject: "A&B = 100%; ü",
        Status: "Completed",
      });
    });

    it("cuts what was not encoded, and keeps a bare percent sign", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.ask("saveLog", "Task", "Subject=A&B&Status=x");
      await phone.ask("saveLog", "Task", "Subject=100%");
      assert.deepEqual(stage.store.saved[0]?.fields, { Subject: "A", B: "", Status: "x" });
      assert.deepEqual(stage.store.saved[1]?.fields, { Subject: "100%" });
    });

    it("shows it in the open page of its contact, but not over what the agent types there", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.ask("screenPop", `/${ada.Id}`, true);
      const shown = () => stage.salesforce.console.value.primaryTabs[0];
      await phone.ask("saveLog", "Task", `Subject=A&WhoId=${ada.Id.slice(0, 15)}`);
      assert.include(shown(), { revision: 1 });
      stage.salesforce.setDirty(shown()?.id ?? "", true);
      await phone.ask("saveLog", "Task", `Subject=B&WhoId=${ada.Id}`);
      assert.include(shown(), { revision: 1 });
    });

    it("tells why nothing was saved", async () => {
      using stage = new Stage();
      const reply = await stage.softphone().ask("saveLog", "Nothing", "A=b");
      assert.include(reply, { result: false, error: "No such object: Nothing" });
    });
  });

  describe("runApex", () => {
    const apexFunctions = {
      "ns.Phone.echo": (params: Readonly<Record<string, string>>) => JSON.stringify(params),
      "Phone.broken": () => Promise.reject(new Error("Divide by 0")),
    };

    it("runs the method with its parameters", async () => {
      using stage = new Stage({ apexFunctions });
      const reply = await stage.softphone().ask("runApex", "ns.Phone", "echo", "a=1&b=x%26y");
      assert.deepEqual(parsed(reply), { a: "1", b: "x&y" });
    });

    it("tells why a method did not run", async () => {
      using stage = new Stage({ apexFunctions });
      const phone = stage.softphone();
      assert.include(await phone.ask("runApex", "Phone", "broken", null), { error: "Divide by 0" });
      assert.include(await phone.ask("runApex", "Phone", "toString", ""), { result: false });
      assert.include(await phone.ask("runApex", "no", "such", ""), {
        error: "No such method: no.such",
      });
    });
  });

  describe("the softphone's place", () => {
    it("is shown and hidden in a console", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      assert.isFalse((await phone.ask("isVisible")).result);
      assert.isTrue((await phone.ask("setVisible", true)).result);
      assert.isTrue((await phone.ask("isVisible")).result);
      stage.salesforce.toggleSoftphone();
      assert.isFalse((await phone.ask("isVisible")).result);
    });

    it("is not hidden in standard tabs", async () => {
      using stage = new Stage({ mode: "tabs" });
      const phone = stage.softphone();
      assert.isString((await phone.ask("setVisible", false)).error);
      assert.isTrue((await phone.ask("isVisible")).result);
    });

    it("is neither shown nor sized while it may leave the window", async () => {
      using stage = new Stage({ features: { multiMonitor: true } });
      const phone = stage.softphone();
      assert.isString((await phone.ask("setVisible", true)).error);
      assert.isString((await phone.ask("cti.setSoftphoneHeight", 300)).error);
      assert.isString((await phone.ask("cti.setSoftphoneWidth", 300)).error);
    });

    it("is sized, in standard tabs only in height", async () => {
      using stage = new Stage({ mode: "tabs" });
      const phone = stage.softphone();
      await phone.ask("cti.setSoftphoneHeight", 9000);
      await phone.ask("cti.setSoftphoneWidth", 333);
      assert.include(stage.salesforce.softphone.value, { height: 700, width: 200 });
      assert.include(await phone.ask("cti.setSoftphoneHeight", "tall"), { result: false });
    });
  });

  describe("refreshing", () => {
    it("loads the page in front again", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.ask("screenPop", `/${ada.Id}`, true);
      await phone.ask("refreshPage");
      assert.isTrue((await phone.ask("refreshRelatedList", "History")).result);
      assert.equal(stage.salesforce.console.value.primaryTabs[0]?.revision, 2);
    });

    it("finds no related list where no record is", async () => {
      using stage = new Stage();
      assert.isFalse((await stage.softphone().ask("refreshRelatedList", "History")).result);
    });
  });

  describe("cti", () => {
    it("tells the settings", async () => {
      using stage = new Stage({ adapterUrl: "https://phone.example.com/" });
      const settings = parsed(await stage.softphone().ask("cti.getCallCenterSettings")) as Reply;
      assert.include(settings, {
        "/reqGeneralInfo/reqInternalName": "Demo",
        "/reqGeneralInfo/reqAdapterUrl": "https://phone.example.com/",
        "/internalNameLabel": "InternalName",
      });
    });

    it("tells the softphone layout", async () => {
      using stage = new Stage();
      assert.deepEqual(
        parsed(await stage.softphone().ask("cti.getSoftphoneLayout")),
        defaultLayout,
      );
    });

    it("tells directory numbers page by page", async () => {
      const directory = [
        { name: "Everybody", phone: "1" },
        { name: "Sales", phone: "2", callCenterName: "Demo" },
        { name: "Others", phone: "3", callCenterName: "Else" },
      ];
      using stage = new Stage({ directory });
      const phone = stage.softphone();
      const page = async (...args: readonly unknown[]) => {
        const [isGlobal, name, number, size] = args;
        return parsed(
          await new Promise<Reply>((resolve) => {
            phone.call(
              "interaction.cti.getDirectoryNumbers",
              isGlobal,
              name,
              resolve,
              number,
              size,
            );
          }),
        ) as { directoryNumbers: { name: string }[]; hasNext: boolean };
      };
      const names = ({ directoryNumbers }: { directoryNumbers: { name: string }[] }) =>
        directoryNumbers.map(({ name }) => name);
      assert.deepEqual(names(await page(true)), ["Everybody"]);
      assert.deepEqual(names(await page(false, "Demo")), ["Everybody", "Sales"]);
      assert.include(await page(false, "", 0, 2), { hasNext: true });
      const last = await page(false, "", 1, 2);
      assert.deepEqual(names(last), ["Others"]);
      assert.isFalse(last.hasNext);
    });

    it("tells a clicked number only while click-to-dial is on", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const heard = new Heard();
      phone.call("interaction.cti.onClickToDial", heard.listener);
      phone.call("interaction.cti.onClickToDial", () => undefined);
      await phone.ask("isInConsole");
      stage.salesforce.clickToDial({ number: "1" });
      await phone.ask("cti.enableClickToDial");
      const clicked = heard.next();
      stage.salesforce.clickToDial({ number: "(415) 555-0101", recordId: ada.Id, params: "a:b" });
      assert.deepEqual(parsed(await clicked), {
        number: "(415) 555-0101",
        objectId: "003x0000001ADAA",
        objectName: "Ada",
        object: "Contact",
        displayName: "Contact",
        params: "a:b",
      });
      await phone.ask("cti.disableClickToDial");
      stage.salesforce.clickToDial({ number: "2" });
      await phone.ask("getPageInfo");
      assert.lengthOf(heard.all, 1);
    });
  });

  describe("entityFeed", () => {
    it("refreshes the record's tabs and tells other publishers", async () => {
      using stage = new Stage();
      stage.salesforce.open("/500x00000012345AAA");
      const publisher = stage.softphone({ entityFeedNonce: "feedN0nce", version: 34 });
      const heard = new Heard();
      publisher.call("interaction.entityFeed.onObjectUpdate", heard.listener);
      const told = heard.next();
      const reply = await publisher.ask(
        "entityFeed.refreshObject",
        "500x00000012345",
        true,
        false,
        true,
      );
      assert.deepInclude(reply, { result: true });
      assert.deepInclude(await told, {
        fieldsUpdated: true,
        relatedListsUpdated: false,
        feedUpdated: true,
      });
      assert.equal(stage.salesforce.console.value.primaryTabs[0]?.revision, 1);
    });
  });
});
