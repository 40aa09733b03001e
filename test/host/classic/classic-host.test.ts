import { assert } from "chai";
import { HostError, type HostErrorCode, type HostEvents } from "../../../src/host/host.ts";
import type { CrmPage } from "../../../src/host/call-layout.ts";
import { aCallLog, aSign, describeHost } from "../../contracts/host-contract.ts";
import { FakeSalesforce } from "./fake-salesforce.ts";

const json = (value: unknown) => ({ result: JSON.stringify(value) });
const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const annFacts = { objectId: ann.id, objectName: ann.name, object: ann.object };

describeHost("host/classic in a console", () => new FakeSalesforce().host);
describeHost("host/classic in a standard tab", () => new FakeSalesforce({ inConsole: false }).host);
describeHost(
  "host/classic with a Salesforce that never answers",
  () => new FakeSalesforce({ silent: true }).host,
);

describe("host/classic/classic-host", () => {
  it("knows where it is", () => {
    assert.equal(new FakeSalesforce().host.surface, "console");
    assert.equal(new FakeSalesforce({ inConsole: false }).host.surface, "tabs");
  });

  describe("puts Salesforce's answers into our terms", () => {
    for (const [answer, code] of [
      [{ result: false, error: "No access" }, "refused"],
      ["silence", "silent"],
      [{ odd: 1 }, "failed"],
    ] as [unknown, HostErrorCode][]) {
      it(`${JSON.stringify(answer)}: ${code}`, async () => {
        const { host } = new FakeSalesforce({ answers: { getCallCenterSettings: answer } });
        const error = await host.readSettings().catch((reason: unknown) => reason);
        assert.instanceOf(error, HostError);
        assert.include(error, { code });
      });
    }
  });

  describe("readSettings", () => {
    it("asks once, but asks again after a failure", async () => {
      const settings = json({ "/sip/domain": "demo.test" });
      const good = new FakeSalesforce({ answers: { getCallCenterSettings: settings } });
      assert.deepEqual(await good.host.readSettings(), { "/sip/domain": "demo.test" });
      await good.host.readSettings();
      assert.lengthOf(good.called("getCallCenterSettings"), 1);
      const bad = new FakeSalesforce({ answers: { getCallCenterSettings: "silence" } });
      for (const turn of [1, 2]) {
        await bad.host.readSettings().catch(() => undefined);
        assert.lengthOf(bad.called("getCallCenterSettings"), turn);
      }
    });
  });

  describe("finding", () => {
    const found = json({
      [ann.id]: {
        Name: "Ann Lee",
        Phone: "(415) 555-0101",
        object: "Contact",
        displayName: "Contact",
      },
      "001000000000001": { Name: "Person", object: "Account", contactId: "003000000000009" },
      screenPopUrl: "/search/SearchResults?searchType=2&str=1",
    });
    const objects = { Contact: [{ displayName: "Business Phone", apiName: "Phone" }] };
    const layout = { Internal: {}, Outbound: {}, Inbound: { objects } };
    const answers = {
      searchAndGetScreenPopUrl: found,
      searchAndScreenPop: found,
      getSoftphoneLayout: json(layout),
    };
    const annFound = { ...ann, details: [{ label: "Business Phone", value: "(415) 555-0101" }] };
    const person = { id: "003000000000009", object: "Contact", name: "Person" };
    const ways = ["+14155550101", "(415) 555-0101"];

    it("searches every way of writing the number, opens nothing, and names what was found", async () => {
      const salesforce = new FakeSalesforce({ answers });
      assert.deepEqual(await salesforce.host.find(ways, "incoming"), {
        records: [annFound, person],
        address: "/search/SearchResults?searchType=2&str=1",
      });
      assert.deepEqual(salesforce.called("searchAndGetScreenPopUrl"), [
        "searchAndGetScreenPopUrl +14155550101 OR (415) 555-0101  inbound",
      ]);
      assert.lengthOf(salesforce.called("searchAndScreenPop"), 0);
    });

    it("lets Salesforce open what belongs to a caller", async () => {
      const salesforce = new FakeSalesforce({ answers });
      const { records } = await salesforce.host.findAndPop(ways, "incoming");
      assert.deepEqual(records, [annFound, person]);
      assert.lengthOf(salesforce.called("searchAndScreenPop"), 1);
    });

    it("does without the layout's labels", async () => {
      const silent = { ...answers, getSoftphoneLayout: "silence" };
      const { records } = await new FakeSalesforce({ answers: silent }).host.find(ways, "incoming");
      assert.deepEqual(records[0]?.details, [{ label: "Phone", value: "(415) 555-0101" }]);
    });

    it("asks for the layout once", async () => {
      const salesforce = new FakeSalesforce({ answers });
      await salesforce.host.find(ways, "incoming");
      assert.deepEqual((await salesforce.host.callLayout("incoming")).objects, ["Contact"]);
      assert.lengthOf(salesforce.called("getSoftphoneLayout"), 1);
    });
  });

  describe("isShown", () => {
    const isShown = (page: CrmPage, url: string, facts: Record<string, string> = {}) => {
      const info = { objectId: "", objectName: "", object: "", url, ...facts };
      return new FakeSalesforce({ answers: { getPageInfo: json(info) } }).host.isShown(page);
    };
    const org = "https://acme.my.salesforce.com";
    const address = "/search/SearchResults?searchType=2&str=1+OR+2";
    const search = { shows: "search", text: "1", address } as const;

    it("is true on the record that would open, by either form of its Id", async () => {
      const facts = { objectId: `${ann.id}AAA`, object: "Contact", objectName: "Ann Lee" };
      const url = `${org}/${ann.id}`;
      assert.isTrue(await isShown({ shows: "record", record: ann }, url, facts));
      const other = { ...ann, id: "003000000000002" };
      assert.isFalse(await isShown({ shows: "record", record: other }, url, facts));
    });

    it("is true on the search that would open, whatever Salesforce adds to its address", async () => {
      assert.isTrue(await isShown(search, `${org}${address}&sen=003`));
      assert.isFalse(await isShown(search, `${org}/search/SearchResults?str=3`));
      assert.isFalse(await isShown(search, `${org}/home/home.jsp`));
    });
  });

  describe("saveCall", () => {
    it("saves a completed Task with what Salesforce's reports count", async () => {
      const salesforce = new FakeSalesforce({
        answers: { saveLog: { result: true, id: "00T000000000001" } },
      });
      const id = await salesforce.host.saveCall({ ...aCallLog, record: ann, notes: "50% & more" });
      assert.equal(id, "00T000000000001");
      const [, object, ...params] = salesforce.called("saveLog")[0]?.split(" ") ?? [];
      assert.equal(object, "Task");
      const fields = new URLSearchParams(params.join(" ").replaceAll("+", "%2B"));
      assert.deepEqual(Object.fromEntries(fields), {
        Subject: "Call to Ann Lee",
        TaskSubtype: "Call",
        Status: "Completed",
        ActivityDate: "2026-11-22",
        CallType: "Outbound",
        CallDurationInSeconds: "12",
        CallObject: "call-1",
        CallDisposition: "Answered",
        Description: "50% & more",
        WhoId: ann.id,
      });
    });

    for (const [id, field] of [
      ["003000000000001", "WhoId"],
      ["00Q000000000001AAA", "WhoId"],
      ["001000000000001", "WhatId"],
      ["500000000000001", "WhatId"],
    ] as const) {
      it(`relates ${id.slice(0, 3)} by ${field} alone`, async () => {
        const salesforce = new FakeSalesforce();
        const record = { ...ann, id };
        await salesforce.host.saveCall({ ...aCallLog, record }).catch(() => undefined);
        const saved = salesforce.called("saveLog")[0] ?? "";
        assert.include(saved, `${field}=${id}`);
        assert.notInclude(saved, field === "WhoId" ? "WhatId" : "WhoId");
      });
    }
  });

  describe("showing itself", () => {
    it("falls back on the Console toolkit where Open CTI refuses, as with several monitors", async () => {
      const answers = { setVisible: { result: false, error: "multi-monitor" } };
      const salesforce = new FakeSalesforce({ answers });
      await salesforce.host.setVisible(true);
      assert.deepEqual(salesforce.called("setCustomConsoleComponentWindowVisible"), [
        "setCustomConsoleComponentWindowVisible true",
      ]);
    });

    it("cannot in a standard tab, where it is always seen", async () => {
      const { host } = new FakeSalesforce({ inConsole: false });
      assert.isTrue(await host.isVisible());
      const error = await host.setVisible(false).catch((reason: unknown) => reason);
      assert.include(error, { code: "unsupported" });
    });

    it("marks its button and the title, and puts both back", async () => {
      const salesforce = new FakeSalesforce();
      await salesforce.host.setAttention(aSign);
      assert.deepEqual(salesforce.called("setCustomConsoleComponentButtonText"), [
        "setCustomConsoleComponentButtonText Call: Ann",
      ]);
      assert.lengthOf(salesforce.called("blinkCustomConsoleComponentButtonText"), 1);
      assert.deepEqual(salesforce.called("addToBrowserTitleQueue"), [
        "addToBrowserTitleQueue Call: Ann",
      ]);
      await salesforce.host.setAttention(undefined);
      assert.include(salesforce.calls, "setCustomConsoleComponentButtonText Softphone");
      assert.include(salesforce.calls, "removeFromBrowserTitleQueue Call: Ann");
      assert.lengthOf(salesforce.called("removeBlinkCustomConsoleComponentButtonText"), 1);
    });
  });

  describe("tells", () => {
    const heard = <Name extends keyof HostEvents>(salesforce: FakeSalesforce, name: Name) => {
      const events: HostEvents[Name][] = [];
      salesforce.host.on(name, (event) => events.push(event));
      return events;
    };

    it("of the page the agent moved to", () => {
      const salesforce = new FakeSalesforce();
      const pages = heard(salesforce, "recordFocused");
      salesforce.tell("onFocus", json({ url: "https://a.test", ...annFacts }));
      salesforce.tell("onFocus", json({ url: "https://a.test", objectId: "" }));
      assert.deepEqual(pages, [{ record: ann }, { record: undefined }]);
    });

    it("of being shown and hidden, and of the log-out", () => {
      const salesforce = new FakeSalesforce();
      const shown = heard(salesforce, "visibilityChanged");
      const ends = heard(salesforce, "loggedOut");
      salesforce.tell("onCustomConsoleComponentButtonClicked", {
        success: true,
        windowHidden: true,
      });
      salesforce.logOut();
      assert.deepEqual(shown, [{ visible: false }]);
      assert.lengthOf(ends, 1);
    });
  });
});
