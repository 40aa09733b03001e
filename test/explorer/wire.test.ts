import { assert } from "chai";
import { catalog } from "../../src/explorer/catalog.ts";
import { examples } from "../../src/explorer/catalog/examples.ts";
import { ToolkitError } from "../../src/toolkits/toolkit-error.ts";
import { scenarioIn } from "../../src/workbench/scenarios/scenarios.ts";
import { inSubtab, Played, type PlayedOptions } from "./played.ts";

const { primaryTab, subtab, engagedChat, waitingChat, engagedChatTab } = examples;
const contact = examples.contactId.slice(0, 15);
const theCase = examples.caseId.slice(0, 15);
const org = location.origin;

/** Where a method has something to say only when the page is elsewhere, or of another version. */
const settings: Readonly<Record<string, PlayedOptions>> = {
  "console/getEnclosingTabId": inSubtab,
  "console/getEnclosingPrimaryTabId": inSubtab,
  "console/getEnclosingPrimaryTabObjectId": inSubtab,
  "console/setTabLink": inSubtab,
  "console/onEnclosingTabRefresh": inSubtab,
  "console/setCustomConsoleComponentPopoutable": {
    salesforce: { features: { multiMonitor: true } },
  },
  "console/setCustomConsoleComponentWindowVisible": { softphone: { consoleVersion: 31 } },
  "console/isCustomConsoleComponentWindowHidden": { softphone: { consoleVersion: 31 } },
};

type Deed = (played: Played) => unknown;

/** What has to be done before a method can say yes. */
const before: Readonly<Record<string, Deed>> = {
  "console/reopenLastClosedTab": (played) => played.call("console/closeTab"),
  "console/removeFromBrowserTitleQueue": (played) => played.call("console/addToBrowserTitleQueue"),
  "console/runSelectedMacro": (played) => played.call("console/selectMacro"),
  "console/cti.getCallAttachedData": (played) => played.call("console/cti.setCallAttachedData"),
  "console/cti.fireOnCallEnd": (played) => played.call("console/cti.fireOnCallBegin"),
  "console/removePushNotificationListener": (played) =>
    played.hears("console/addPushNotificationListener"),
  "console/removeEventListener": (played) => played.hears("console/addEventListener"),
  "console/chat.cancelFileTransferByAgent": (played) =>
    played.call("console/chat.initFileTransfer"),
};

/** Answers that say more than "done", whole or in part. A function looks for itself. */
const answers: Readonly<Record<string, unknown>> = {
  "opencti/isInConsole": true,
  "opencti/isVisible": false,
  "opencti/searchAndScreenPop": { records: [{ id: contact, object: "Contact" }] },
  "opencti/searchAndGetScreenPopUrl": { records: [{ id: contact }], screenPopUrl: `/${contact}` },
  "opencti/getPageInfo": { record: { objectId: contact, objectName: "Fatima Haddad" } },
  "opencti/saveLog": /^00T\w{12}$/,
  "opencti/runApex": '[{"phone":"(415) 555-0101","note":"Asked for a quote","daysAgo":3}]',
  "opencti/cti.getCallCenterSettings": { "/reqGeneralInfo/reqInternalName": "Demo" },
  "opencti/cti.getSoftphoneLayout": {
    Inbound: { screenPopSettings: { SingleMatch: { screenPopType: "PopToEntity" } } },
  },
  "opencti/cti.getDirectoryNumbers": {
    directoryNumbers: [{ name: "Somebody unknown", phone: "+14155550199" }],
    hasNext: false,
  },
  "console/isInConsole": true,
  "console/isCanvasContext": false,
  "console/isInCustomConsoleComponent": true,
  "console/isCustomConsoleComponentHidden": true,
  "console/isCustomConsoleComponentWindowHidden": true,
  "console/isCustomConsoleComponentPoppedOut": false,
  "console/openPrimaryTab": "scc-pt-3",
  "console/getPrimaryTabIds": [primaryTab, engagedChatTab],
  "console/getFocusedPrimaryTabId": primaryTab,
  "console/getFocusedPrimaryTabObjectId": contact,
  "console/getEnclosingPrimaryTabId": primaryTab,
  "console/getEnclosingPrimaryTabObjectId": contact,
  "console/openSubtab": "scc-st-4",
  "console/openSubtabByPrimaryTabName": "scc-st-4",
  "console/getSubtabIds": ["scc-st-1", subtab],
  "console/getFocusedSubtabId": "scc-st-1",
  "console/getFocusedSubtabObjectId": contact,
  "console/disableTabClose": primaryTab,
  "console/getEnclosingTabId": subtab,
  "console/getPageInfo": { objectId: contact, object: "Contact" },
  "console/generateConsoleUrl": `${org}/console#%2F${examples.contactId}&%2F${examples.caseId}`,
  "console/getTabLink": `${org}/console#%2F${examples.contactId}&%2F${examples.caseId}`,
  "console/getNavigationTabs": [{ listViewUrl: "/003", selected: true }],
  "console/getSelectedNavigationTab": { listViewUrl: "/003", selected: true },
  "console/helper.execute": { ids: [primaryTab, engagedChatTab] },
  "console/helper.getVersion": "57.0",
  "console/cti.getCallObjectIds": [],
  "console/cti.getCallAttachedData": { data: { ANI: "4155550101" }, type: "inbound" },
  "console/presence.getServicePresenceStatusId": { statusApiName: "Available" },
  "console/presence.getServicePresenceStatusChannels": [{ developerName: "Case" }],
  "console/presence.setServicePresenceStatus": { statusApiName: "Busy", channels: [] },
  "console/presence.getAgentWorks": [
    { workItemId: theCase, workId: examples.acceptedWork, isEngaged: true },
    { workId: examples.offeredWork, isEngaged: false },
  ],
  "console/presence.getAgentWorkload": { configuredCapacity: 5, currentWorkload: 2 },
  "console/chat.getMaxCapacity": 3,
  "console/chat.getAgentState": "Online",
  "console/chat.getEngagedChats": [engagedChat],
  "console/chat.getChatRequests": [waitingChat],
  "console/chat.getAgentInput": "",
  "console/chat.getChatLog": { messages: [], customEvents: [] },
  "console/chat.getDetailsByPrimaryTabId": { primaryTabId: engagedChatTab },
  "console/chat.getDetailsByChatKey": { details: { name: "Wim", isEngaged: true } },
};

/** What makes an event happen, and what is then heard. */
const events: Readonly<Record<string, { readonly deed: Deed; readonly hears: unknown }>> = {
  "opencti/onFocus": {
    deed: ({ stage }) => stage.salesforce.tabs.focus(engagedChatTab),
    hears: { url: /\/chat\?key=visitor-2$/ },
  },
  "opencti/cti.onClickToDial": {
    deed: async (played) => {
      await played.call("opencti/cti.enableClickToDial");
      played.stage.salesforce.clickToDial({ number: "415", recordId: examples.contactId });
    },
    hears: { number: "415", record: { objectId: contact } },
  },
  "opencti/entityFeed.onObjectUpdate": {
    deed: (played) => played.call("opencti/entityFeed.refreshObject"),
    hears: { fieldsUpdated: true, relatedListsUpdated: true, feedUpdated: true },
  },
  "console/onFocusedPrimaryTab": {
    deed: ({ stage }) => stage.salesforce.tabs.focus(engagedChatTab),
    hears: { id: engagedChatTab, objectId: undefined },
  },
  "console/onFocusedSubtab": {
    deed: (played) => played.call("console/focusSubtabById"),
    hears: { id: subtab },
  },
  "console/onEnclosingTabRefresh": {
    deed: (played) => played.call("console/refreshSubtabById"),
    hears: { id: subtab },
  },
  "console/onTabSave": {
    deed: ({ stage }) => {
      stage.salesforce.setDirty(subtab, true);
      stage.salesforce.setDirty(subtab, false);
    },
    hears: { id: subtab },
  },
  "console/onCustomConsoleComponentButtonClicked": {
    deed: ({ stage }) => stage.salesforce.toggleSoftphone(),
    hears: { windowHidden: false },
  },
  "console/addEventListener": {
    deed: (played) => played.call("console/fireEvent"),
    hears: { message: '{"number":"+14155550101"}' },
  },
  "console/addPushNotificationListener": {
    deed: (played) => played.call("opencti/saveLog"),
    hears: { entityType: "Task", type: "Created" },
  },
  "console/cti.onCallBegin": {
    deed: (played) => played.call("console/cti.fireOnCallBegin"),
    hears: { id: "call-1" },
  },
  "console/cti.onCallEnd": {
    deed: async (played) => {
      await played.call("console/cti.fireOnCallBegin");
      await played.call("console/cti.fireOnCallEnd");
    },
    hears: { id: "call-1", duration: 61, disposition: "Resolved" },
  },
  "console/cti.onCallLogSaved": {
    deed: (played) => played.call("console/cti.fireOnCallLogSaved"),
    hears: { id: "00Tj00000000001" },
  },
  "console/cti.onSendCTIMessage": {
    deed: (played) => played.call("console/cti.sendCTIMessage"),
    hears: { message: "/dial?number=4155550101" },
  },
  "console/chat.onNewMessage": {
    deed: ({ stage }) =>
      stage.salesforce.chats.say(engagedChat, { content: "Hi", type: "Visitor", typed: true }),
    hears: { content: "Hi", name: "Wim", type: "Visitor" },
  },
  "console/chat.onAgentSend": {
    deed: ({ stage }) =>
      stage.salesforce.chats.say(engagedChat, { content: "Yes", type: "Agent", typed: true }),
    hears: { content: "Yes" },
  },
  "console/chat.onTypingUpdate": {
    deed: ({ stage }) => {
      const { chats } = stage.salesforce;
      const chat = chats.get(engagedChat);
      chats.events.emit("typing", { chat, isTyping: true, sneakPeek: "He" });
    },
    hears: { isTyping: true, sneakPeek: "He" },
  },
  "console/chat.onCustomEvent": {
    deed: ({ stage }) =>
      stage.salesforce.chats.sendCustom(engagedChat, {
        source: "Visitor",
        type: "offer",
        data: "12",
      }),
    hears: { type: "offer", data: "12" },
  },
  "console/chat.onFileTransferCompleted": {
    deed: ({ stage }) => {
      const { chats } = stage.salesforce;
      const chat = chats.get(engagedChat);
      // The question is on its way; the file arrives once it is there.
      const tell = () =>
        chats.events.emit("fileTransferred", { chat, attachmentId: "00P000000000001" });
      const asked = stage.salesforce.wire.subscribe((entries) => {
        if (entries.some(({ raw }) => raw.includes("onFileTransferCompleted"))) setTimeout(tell);
      });
      return asked;
    },
    hears: { attachmentId: "00P000000000001", success: true },
  },
  "console/chat.onAgentStateChanged": {
    deed: ({ stage }) => stage.salesforce.chats.setAgentState("Away"),
    hears: { state: "Away" },
  },
  "console/chat.onCurrentCapacityChanged": {
    deed: ({ stage }) => stage.salesforce.chats.request("visitor-3", "Xaver"),
    hears: { count: 3 },
  },
  "console/chat.onChatRequested": {
    deed: ({ stage }) => stage.salesforce.chats.request("visitor-3", "Xaver"),
    hears: { chatKey: "visitor-3" },
  },
  "console/chat.onChatStarted": {
    deed: (played) => played.call("console/chat.acceptChat"),
    hears: { chatKey: waitingChat },
  },
  "console/chat.onChatEnded": {
    deed: (played) => played.call("console/chat.endChat"),
    hears: { chatKey: engagedChat },
  },
  "console/chat.onChatDeclined": {
    deed: (played) => played.call("console/chat.declineChat"),
    hears: { chatKey: waitingChat },
  },
  "console/chat.onChatTransferredOut": {
    deed: ({ stage }) => stage.salesforce.chats.transfer(engagedChat),
    hears: { chatKey: engagedChat },
  },
  "console/chat.onChatCanceled": {
    deed: ({ stage }) => stage.salesforce.chats.cancel(waitingChat),
    hears: { chatKey: waitingChat },
  },
  "console/chat.onChatCriticalWaitState": {
    deed: ({ stage }) => {
      const { chats } = stage.salesforce;
      chats.events.emit("waitsTooLong", chats.get(waitingChat));
    },
    hears: { state: true },
  },
};

/** Unanswered for ever by design: the module's script is nowhere but on Salesforce's own hosts. */
const unanswered = ["console/include"];
/** Loads its own frame again, and so ends the test's. */
const suicidal = ["opencti/entityFeed.reloadFrame"];

/** Whether a value holds all that is expected: objects may have more, lists may be longer than wanted items. */
function holds(value: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return typeof value === "string" && expected.test(value);
  if (typeof expected !== "object" || expected === null) return value === expected;
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(expected) && expected.length === 0)
    return Array.isArray(value) && !value.length;
  const found = new Map<string, unknown>(Object.entries(value));
  return Object.entries(expected).every(([key, each]) => holds(found.get(key), each));
}

function assertHolds(value: unknown, expected: unknown): void {
  assert.isTrue(holds(value, expected), `${JSON.stringify(value)} is not as expected`);
}

describe("explorer, every method over the wire", () => {
  it("has an event to hear for each method that listens, and none beside", () => {
    const listening = catalog.filter(({ entry }) => entry.kind === "listen").map(({ id }) => id);
    assert.sameMembers(Object.keys(events), listening);
  });

  for (const { id, entry } of catalog) {
    if (entry.kind === "listen" || suicidal.includes(id) || unanswered.includes(id)) continue;
    it(`calls ${id}, and Salesforce says yes`, async () => {
      using played = new Played(settings[id]);
      await before[id]?.(played);
      assertHolds(await played.call(id), answers[id]);
    });
  }

  for (const [id, { deed, hears }] of Object.entries(events)) {
    it(`hears ${id}, and nothing more once it has stopped`, async () => {
      using played = new Played(settings[id]);
      const { event, stop } = played.hears(id);
      // Requests keep their order: once this one is answered, Salesforce knows who listens.
      await played.kits.opencti.interaction.isVisible();
      await deed(played);
      assertHolds(await event, hears);
      stop();
    });
  }

  it("waits in vain for a module that only Salesforce's own pages can load", async () => {
    using played = new Played({ kits: { timeout: 200 } });
    assert.equal(await codeOf(played.call("console/include")), "timeout");
  });

  it("reloads its own frame without an answer", async () => {
    using played = new Played();
    const reloaded = new Promise((resolve) => {
      played.stage.salesforce.wire.subscribe((entries) => {
        if (entries.some(({ raw }) => raw.includes("reloadFrame"))) resolve(true);
      });
    });
    assert.isUndefined(await played.call("opencti/entityFeed.reloadFrame"));
    assert.isTrue(await reloaded);
  });
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "none";
  } catch (error) {
    assert.instanceOf(error, ToolkitError);
    return error.code;
  }
}

/** Methods that Salesforce is asked for, whose answer says something. */
const asked = catalog.filter(
  ({ id, entry }) =>
    entry.kind === "call" &&
    !suicidal.includes(id) &&
    !unanswered.includes(id) &&
    ![
      "opencti/cti.notifyInitializationComplete",
      "console/isInConsole",
      "console/isCanvasContext",
      "console/helper.getVersion",
      "console/setTabTitle",
      "console/resetSessionTimeOut",
      "console/removeEventListener",
      "console/removePushNotificationListener",
      "console/setCustomConsoleComponentWindowVisible",
      "console/isCustomConsoleComponentWindowHidden",
    ].includes(id),
);

describe("explorer, every method under a scenario", () => {
  const under = (name: string, options: PlayedOptions = {}) => {
    const scenario = scenarioIn(`?scenario=${name}`);
    if (!scenario) throw new Error(`No scenario ${name}`);
    return new Played({ ...options, salesforce: { scenario, ...options.salesforce } });
  };
  const codesOf = (played: Played) => Promise.all(asked.map(({ id }) => codeOf(played.call(id))));

  it("gives each one up as timeout when Salesforce never answers", async () => {
    using played = under("never-answers", { kits: { timeout: 300 } });
    const codes = await codesOf(played);
    assert.deepEqual(
      asked.filter((_method, at) => codes[at] !== "timeout").map(({ id }) => id),
      [],
    );
  });

  it("gives each one up as timeout when the answer comes too late, and the answer harms nobody", async () => {
    using played = under("answers-late", { kits: { timeout: 300 } });
    assert.deepEqual([...new Set(await codesOf(played))], ["timeout"]);
  });

  it("rejects each one as refused when Salesforce refuses", async () => {
    using played = under("answers-with-error");
    const started = ["opencti/isInConsole", "opencti/cti.getCallCenterSettings"];
    const free = [...started, "opencti/cti.getSoftphoneLayout"];
    const codes = await codesOf(played);
    const others = asked.filter((_method, at) => codes[at] !== "refused").map(({ id }) => id);
    assert.sameMembers(others, free, others.join());
  });

  it("settles each one once when Salesforce answers twice", async () => {
    using played = under("answers-twice");
    for (const { id } of asked.filter(({ kit }) => kit === "opencti")) {
      const value = await played.call(id);
      // The softphone has been shown meanwhile.
      assertHolds(value, id === "opencti/isVisible" ? true : answers[id]);
    }
  });

  it("reads those settings that are whole when their text breaks off", async () => {
    using played = under("malformed-settings");
    const settings = await played.call("opencti/cti.getCallCenterSettings");
    assert.deepEqual(settings, { "/internalNameLabel": "InternalName" });
    assert.equal(await codeOf(played.call("opencti/cti.getSoftphoneLayout")), "none");
  });

  it("finds the Id of a log in the result as well", async () => {
    using played = under("save-log-result-is-id");
    assert.match(String(await played.call("opencti/saveLog")), /^00T\w{12}$/);
  });

  it("pops with the arguments of version 25.0, and knows which methods it lacks", async () => {
    using played = under("api-25", { softphone: { version: 25 } });
    assert.isUndefined(await played.call("opencti/screenPop"));
    assert.equal(await codeOf(played.call("opencti/refreshPage")), "unavailable");
    assert.isTrue(await played.call("opencti/isInConsole"));
  });

  it("is refused to show, hide and size a softphone that may be on another monitor", async () => {
    using played = under("second-monitor");
    for (const method of ["setVisible", "cti.setSoftphoneHeight", "cti.setSoftphoneWidth"]) {
      assert.equal(await codeOf(played.call(`opencti/${method}`)), "refused", method);
    }
    assert.isUndefined(await played.call("console/setCustomConsoleComponentPopoutable"));
  });
});
