import { assert } from "chai";
import { standInConsole } from "../../../src/workbench/stand-in/integration.ts";
import { standInInteraction } from "../../../src/workbench/stand-in/interaction.ts";
import { examples } from "../wire/examples.ts";
import { call, FakePage } from "./fake-page.ts";

const ignore = () => undefined;

function sentBySoftphone(kit: "interaction" | "entityFeed" | "integration"): readonly string[] {
  return examples
    .filter((each) => each.kit === kit && each.from === "softphone")
    .map(({ raw }) => raw);
}

describe("workbench/stand-in, byte for byte", () => {
  it("sends Open CTI's requests as Salesforce's script does", () => {
    const page = new FakePage();
    const toolkit = standInInteraction(page.scope(31));
    call(toolkit, "isInConsole", ignore);
    call(toolkit, "screenPop", "/001x0000003DGQR", true, ignore);
    call(toolkit, "getPageInfo", ignore);
    call(toolkit, "setVisible", true, ignore);
    call(toolkit, "cti.enableClickToDial");
    call(toolkit, "cti.onClickToDial", ignore);
    call(toolkit, "onFocus", ignore);
    call(toolkit, "saveLog", "Task", "Subject=Call with A&B&Status=Completed", ignore);
    call(toolkit, "runApex", "ns.Phone", "getLogin", null, ignore);
    call(toolkit, "cti.getDirectoryNumbers", false, "Demo", ignore, 1, 50);
    call(toolkit, "searchAndScreenPop", "4155551212", "", "inbound", ignore);
    call(toolkit, "cti.getCallCenterSettings", ignore);
    call(toolkit, "cti.notifyInitializationComplete");
    assert.deepEqual(page.messages, sentBySoftphone("interaction"));
  });

  it("sends a feed's requests as Salesforce's script does", () => {
    const page = new FakePage("ext-comp-1005");
    const toolkit = standInInteraction(
      page.scope(31, FakePage.search("&entityFeedNonce=feedN0nce")),
    );
    page.hear('entityFeedApi/{"message":{"fromApi":true,"method":"connect"},"nonce":"feedN0nce"}');
    for (let asked = 0; asked < 9; asked++) call(toolkit, "isVisible", ignore);
    call(toolkit, "entityFeed.refreshObject", "500x00000012345", true, false, true, ignore);
    const feed = page.messages.filter((message) => message.startsWith("entityFeedApi/"));
    assert.deepEqual(feed, sentBySoftphone("entityFeed"));
  });

  it("sends the console toolkit's requests as Salesforce's script does", () => {
    const page = new FakePage();
    const toolkit = standInConsole(page.directScope(57));
    call(
      toolkit,
      "openPrimaryTab",
      null,
      "/001x0000003DGQR",
      true,
      "Acme & Sons",
      ignore,
      "call-1",
    );
    call(toolkit, "openSubtab", "scc-pt-1", "/500x00000012345", false, "Case 1001", null, ignore);
    call(toolkit, "getPrimaryTabIds", ignore);
    call(toolkit, "getTabLink", "complete", "scc-pt-1", ignore);
    call(toolkit, "setCustomConsoleComponentButtonText", "Incoming: +1 (415) 555-1212", ignore);
    call(toolkit, "setCustomConsoleComponentVisible", true, ignore);
    call(toolkit, "isCustomConsoleComponentHidden", ignore);
    call(toolkit, "blinkCustomConsoleComponentButtonText", "RINGING", 1000, ignore);
    call(toolkit, "onFocusedPrimaryTab", ignore);
    call(toolkit, "addEventListener", "CTIEvent", ignore);
    call(toolkit, "addEventListener", "SFORCE_CONSOLE:CLOSE_TAB", ignore, { tabId: "scc-pt-1" });
    call(toolkit, "fireEvent", "CTIEvent", '{"action":"AttachData"}', ignore);
    call(toolkit, "addPushNotificationListener", ["Case", "Account"], ignore);
    call(toolkit, "cti.fireOnCallBegin", "call.1", "inbound", "Inbound Call 12:52:31 PM", ignore);
    call(toolkit, "cti.onCallEnd", ignore);
    call(toolkit, "cti.setCallObjectIds", ["call.1", "call.2"], ignore);
    call(toolkit, "cti.getCallAttachedData", "call.1", ignore, { getCallType: true });
    call(toolkit, "cti.onSendCTIMessage", ignore);
    call(toolkit, "presence.setServicePresenceStatus", "0N5j00000008QNQ", ignore);
    call(toolkit, "presence.getAgentWorks", ignore);
    call(toolkit, "setTabUnsavedChanges", false, ignore, "scc-st-4");
    call(toolkit, "disableTabClose", true, false, ignore);
    call(toolkit, "chat.onNewMessage", "K1", ignore);
    assert.deepEqual(page.messages, sentBySoftphone("integration"));
  });
});
