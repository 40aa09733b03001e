import { assert } from "chai";
import type { CrmPage } from "../../../../src/host/call-layout.ts";
import { FakeSalesforce } from "../fake-salesforce.ts";

const json = (value: unknown) => ({ result: JSON.stringify(value) });
const org = "https://acme.my.salesforce.com";
const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const annPage = { shows: "record", record: ann } as const;
const complaint = { id: "500000000000001", object: "Case", name: "00001002" };
const casePage: CrmPage = { shows: "record", record: complaint };

const onScreen = (url: string) =>
  json({ url: org + url, objectId: "", objectName: "", object: "" });
const inTab = (objectId: string) => ({
  success: true,
  pageInfo: JSON.stringify({ url: `${org}/${objectId}`, objectId }),
});

describe("host/classic/opening/opener", () => {
  describe("in standard tabs", () => {
    it("opens a page by its address; one that opens by itself spares what is being edited", async () => {
      const salesforce = new FakeSalesforce({ inConsole: false });
      await salesforce.host.openPage(annPage);
      await salesforce.host.openPage(annPage, { spare: true });
      assert.deepEqual(salesforce.called("screenPop"), [
        `screenPop /${ann.id} true`,
        `screenPop /${ann.id} false`,
      ]);
    });

    for (const [url, expected] of [
      [`/${ann.id}/e?retURL=%2F`, true],
      [`/${ann.id}`, false],
    ] as const)
      it(`tells whether ${url} is being edited`, async () => {
        const answers = { getPageInfo: onScreen(url) };
        assert.equal(await new FakeSalesforce({ answers }).host.isEditing(), expected);
      });
  });

  describe("in a console", () => {
    const opened = { success: true, id: "scc-pt-2" };
    const tabs = { success: true, ids: ["scc-pt-1"] };
    const how = { call: "7", label: "Ann Lee", spare: true };

    it("opens a primary tab that is named for the call", async () => {
      const answers = {
        getPageInfo: onScreen("/home"),
        getPrimaryTabIds: { success: true, ids: [""] },
        openPrimaryTab: opened,
      };
      const salesforce = new FakeSalesforce({ answers });
      await salesforce.host.openPage(annPage, how);
      const [call = ""] = salesforce.called("openPrimaryTab");
      assert.include(call, `/${ann.id} true Ann Lee`);
      assert.match(call, /call-7$/);
    });

    it("goes to the tab that shows the record already", async () => {
      const answers = { getPrimaryTabIds: tabs, getPageInfo: inTab(`${ann.id}AAA`) };
      const salesforce = new FakeSalesforce({ answers });
      await salesforce.host.openPage(annPage, { ...how, spare: false });
      assert.lengthOf(salesforce.called("openPrimaryTab"), 0);
      assert.deepEqual(salesforce.called("focusPrimaryTabById"), ["focusPrimaryTabById scc-pt-1"]);
    });

    it("opens a case in a subtab of its caller's", async () => {
      const answers = {
        getPageInfo: onScreen("/home"),
        getPrimaryTabIds: { success: true, ids: [""] },
        openPrimaryTab: opened,
        openSubtab: { success: true, id: "scc-st-3" },
      };
      const salesforce = new FakeSalesforce({ answers });
      await salesforce.host.openPage(casePage, {
        ...{ ...how, label: "00001002" },
        within: { ...annPage, label: "Ann Lee" },
      });
      assert.include(salesforce.called("openPrimaryTab")[0] ?? "", `/${ann.id} true Ann Lee`);
      const [subtab = ""] = salesforce.called("openSubtab");
      assert.include(subtab, `scc-pt-2 /${complaint.id} true 00001002`);
      assert.match(subtab, /call-7-record$/);
    });

    it("goes to the subtab that shows the record already", async () => {
      const answers = {
        getPrimaryTabIds: tabs,
        getSubtabIds: { success: true, ids: ["scc-st-2"] },
        getPageInfo: (tab: unknown) => inTab(tab === "scc-st-2" ? complaint.id : ann.id),
      };
      const salesforce = new FakeSalesforce({ answers });
      await salesforce.host.openPage(casePage, { ...how, spare: false });
      assert.lengthOf(salesforce.called("openPrimaryTab"), 0);
      assert.lengthOf(salesforce.called("openSubtab"), 0);
      assert.deepEqual(salesforce.called("focusSubtabById"), ["focusSubtabById scc-st-2"]);
    });

    it("opens behind a page that is being edited", async () => {
      const answers = {
        getPageInfo: onScreen("/003000000000009/e"),
        getPrimaryTabIds: { success: true, ids: [""] },
        openPrimaryTab: opened,
      };
      const salesforce = new FakeSalesforce({ answers });
      await salesforce.host.openPage(annPage, how);
      assert.include(salesforce.called("openPrimaryTab")[0] ?? "", `/${ann.id} false Ann Lee`);
    });

    it("leaves it to Salesforce where no tab has to be named", async () => {
      const salesforce = new FakeSalesforce();
      await salesforce.host.openPage(annPage);
      assert.deepEqual(salesforce.called("screenPop"), [`screenPop /${ann.id} true`]);
    });
  });
});
