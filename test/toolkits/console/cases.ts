import type { Stop } from "../../../src/base/emitter.ts";
import { callback } from "./fake-console.ts";
import type { Chapters } from "./kit.ts";

/** A method that the console answers. */
export interface Asked {
  readonly call: (chapters: Chapters) => Promise<unknown>;
  /** What the vendor's method is to be called with. */
  readonly sends: readonly unknown[];
  /** What a yes brings beside `success`. */
  readonly reply?: Readonly<Record<string, unknown>>;
  /** What the promise is to resolve with. */
  readonly gives?: unknown;
}

/** A method that registers for an event. */
export interface Heard {
  readonly listen: (chapters: Chapters, listener: (event: unknown) => void) => Stop;
  readonly sends: readonly unknown[];
  readonly event: Readonly<Record<string, unknown>>;
  readonly hears: unknown;
}

/** A method that answers at once, or that nobody answers. */
export interface Told {
  readonly call: (chapters: Chapters) => unknown;
  readonly sends: readonly unknown[];
  readonly returns?: unknown;
  readonly gives?: unknown;
}

const page = {
  url: "https://acme.example.com/001",
  objectId: "001x0000003DGQR",
  object: "Account",
};
const noPage = {
  objectName: undefined,
  displayName: undefined,
  accountId: undefined,
  contactId: undefined,
  personAccount: undefined,
};
const item = { navigationTabId: "n1", label: "Contacts", listViewUrl: "/003", selected: true };
const status = { statusId: "0N5j00000008QNQ", statusName: "Free", statusApiName: "Free_now" };
const channel = { channelId: "0N9j00000008OOo", developerName: "Case" };
const said = { content: "Hello", name: "Jon", type: "Visitor", timestamp: "1700000000000" };
const custom = { type: "offer", data: "12", source: "agent", timestamp: "1700000000000" };
const details = { chatKey: "K1", name: "Jon", isEngaged: true, visitorInfo: { screen: "wide" } };
const chatGives = {
  primaryTabId: "scc-pt-1",
  details: {
    chatKey: "K1",
    name: "Jon",
    ipAddress: undefined,
    isEngaged: true,
    isEnded: undefined,
    liveChatButtonId: undefined,
    liveChatDeploymentId: undefined,
    raw: details,
  },
};
const id = "scc-pt-1";
const byId = { name: "case", primaryTabId: id };
const byName = { name: "case", primaryTabName: "call-1" };
const quiet = { activate: false, fullRefresh: true };

const tabCases: Readonly<Record<string, Asked>> = {
  openPrimaryTab: {
    call: ({ primaryTabs }) =>
      primaryTabs.openPrimaryTab("/001", { label: "Acme & Sons", name: "call-1" }),
    sends: [undefined, "/001", true, "Acme & Sons", callback, "call-1"],
    reply: { id },
    gives: id,
  },
  openSubtab: {
    call: ({ subtabs }) => subtabs.openSubtab(id, "/500", { activate: false, id: "scc-st-2" }),
    sends: [id, "/500", false, undefined, "scc-st-2", callback, undefined],
    reply: { id: "scc-st-2" },
    gives: "scc-st-2",
  },
  openSubtabByPrimaryTabName: {
    call: ({ subtabs }) => subtabs.openSubtabByPrimaryTabName("call-1", "/500", { name: "case" }),
    sends: ["call-1", "/500", true, undefined, undefined, callback, "case"],
    reply: { id: "scc-st-2" },
    gives: "scc-st-2",
  },
  closeTab: { call: ({ tabs }) => tabs.closeTab(id), sends: [id, callback] },
  disableTabClose: {
    call: ({ tabs }) => tabs.disableTabClose(true, id),
    sends: [true, id, callback],
    reply: { message: id },
    gives: id,
  },
  reopenLastClosedTab: { call: ({ tabs }) => tabs.reopenLastClosedTab(), sends: [callback] },
  focusPrimaryTabById: {
    call: ({ primaryTabs }) => primaryTabs.focusPrimaryTabById(id),
    sends: [id, callback],
  },
  focusPrimaryTabByName: {
    call: ({ primaryTabs }) => primaryTabs.focusPrimaryTabByName("call-1"),
    sends: ["call-1", callback],
  },
  focusSubtabById: {
    call: ({ subtabs }) => subtabs.focusSubtabById("scc-st-2"),
    sends: ["scc-st-2", callback],
  },
  focusSubtabByNameAndPrimaryTabId: {
    call: ({ subtabs }) => subtabs.focusSubtabByNameAndPrimaryTabId(byId),
    sends: ["case", id, callback],
  },
  focusSubtabByNameAndPrimaryTabName: {
    call: ({ subtabs }) => subtabs.focusSubtabByNameAndPrimaryTabName(byName),
    sends: ["case", "call-1", callback],
  },
  focusSidebarComponent: {
    call: ({ sidebar }) =>
      sidebar.focusSidebarComponent({ componentType: "VISUALFORCE", pageName: "VF1" }, id),
    sends: ['{"componentType":"VISUALFORCE","pageName":"VF1"}', id, callback],
  },
  refreshPrimaryTabById: {
    call: ({ primaryTabs }) => primaryTabs.refreshPrimaryTabById(id, quiet),
    sends: [id, false, callback, true],
  },
  refreshPrimaryTabByName: {
    call: ({ primaryTabs }) => primaryTabs.refreshPrimaryTabByName("call-1"),
    sends: ["call-1", true, callback, undefined],
  },
  refreshSubtabById: {
    call: ({ subtabs }) => subtabs.refreshSubtabById("scc-st-2", quiet),
    sends: ["scc-st-2", false, callback, true],
  },
  refreshSubtabByNameAndPrimaryTabId: {
    call: ({ subtabs }) => subtabs.refreshSubtabByNameAndPrimaryTabId(byId, quiet),
    sends: ["case", id, false, callback, true],
  },
  refreshSubtabByNameAndPrimaryTabName: {
    call: ({ subtabs }) => subtabs.refreshSubtabByNameAndPrimaryTabName(byName),
    sends: ["case", "call-1", true, callback, undefined],
  },
  getEnclosingTabId: {
    call: ({ tabs }) => tabs.getEnclosingTabId(),
    sends: [callback],
    reply: { id },
    gives: id,
  },
  getEnclosingPrimaryTabId: {
    call: ({ primaryTabs }) => primaryTabs.getEnclosingPrimaryTabId(),
    sends: [callback],
    reply: { id },
    gives: id,
  },
  getEnclosingPrimaryTabObjectId: {
    call: ({ primaryTabs }) => primaryTabs.getEnclosingPrimaryTabObjectId(),
    sends: [callback],
    reply: { id: "001x0000003DGQR" },
    gives: "001x0000003DGQR",
  },
  getFocusedPrimaryTabId: {
    call: ({ primaryTabs }) => primaryTabs.getFocusedPrimaryTabId(),
    sends: [callback],
    reply: { id: "null" },
    gives: undefined,
  },
  getFocusedPrimaryTabObjectId: {
    call: ({ primaryTabs }) => primaryTabs.getFocusedPrimaryTabObjectId(),
    sends: [callback],
    reply: { id: null },
    gives: undefined,
  },
  getFocusedSubtabId: {
    call: ({ subtabs }) => subtabs.getFocusedSubtabId(),
    sends: [callback],
    reply: { id: "undefined" },
    gives: undefined,
  },
  getFocusedSubtabObjectId: {
    call: ({ subtabs }) => subtabs.getFocusedSubtabObjectId(),
    sends: [callback],
    reply: { id: "" },
    gives: undefined,
  },
  getPageInfo: {
    call: ({ tabs }) => tabs.getPageInfo(id),
    sends: [id, callback],
    reply: { pageInfo: JSON.stringify(page) },
    gives: { ...noPage, ...page },
  },
  getPrimaryTabIds: {
    call: ({ primaryTabs }) => primaryTabs.getPrimaryTabIds(),
    sends: [callback],
    reply: { ids: [""] },
    gives: [],
  },
  getSubtabIds: {
    call: ({ subtabs }) => subtabs.getSubtabIds(id),
    sends: [id, callback],
    reply: { ids: ["scc-st-1", "scc-st-2"] },
    gives: ["scc-st-1", "scc-st-2"],
  },
  generateConsoleUrl: {
    call: ({ links }) => links.generateConsoleUrl(["/001", "/500"]),
    sends: [["/001", "/500"], callback],
    reply: { consoleUrl: "https://acme.example.com/console#x" },
    gives: "https://acme.example.com/console#x",
  },
  openConsoleUrl: {
    call: ({ links }) => links.openConsoleUrl("/console#x", { tabLabels: ["", "Case"] }),
    sends: [undefined, "/console#x", true, ["", "Case"], undefined, callback],
  },
  getTabLink: {
    call: ({ links }) => links.getTabLink("thistabonly", id),
    sends: ["thistabonly", id, callback],
    reply: { tabLink: "https://acme.example.com/001" },
    gives: "https://acme.example.com/001",
  },
  setTabLink: { call: ({ links }) => links.setTabLink(), sends: [callback] },
  setTabIcon: {
    call: ({ look }) => look.setTabIcon("https://phone.example.com/a.png", id),
    sends: ["https://phone.example.com/a.png", id, callback],
  },
  setTabStyle: {
    call: ({ look }) => look.setTabStyle(undefined, id),
    sends: [undefined, id, callback],
  },
  setTabTextStyle: {
    call: ({ look }) => look.setTabTextStyle("color:red;"),
    sends: ["color:red;", undefined, callback],
  },
  setTabUnsavedChanges: {
    call: ({ tabs }) => tabs.setTabUnsavedChanges(false, "scc-st-2"),
    sends: [false, callback, "scc-st-2"],
  },
};

const componentCases: Readonly<Record<string, Asked>> = {
  isInCustomConsoleComponent: {
    call: ({ window }) => window.isInCustomConsoleComponent(),
    sends: [callback],
    reply: { inCustomConsoleComponent: true },
    gives: true,
  },
  setCustomConsoleComponentButtonText: {
    call: ({ button }) => button.setCustomConsoleComponentButtonText("Call: +1 (415) 555-1212"),
    sends: ["Call: +1 (415) 555-1212", callback],
  },
  setCustomConsoleComponentButtonStyle: {
    call: ({ button }) => button.setCustomConsoleComponentButtonStyle("background:red;"),
    sends: ["background:red;", callback],
  },
  setCustomConsoleComponentButtonIconUrl: {
    call: ({ button }) => button.setCustomConsoleComponentButtonIconUrl("https://a.example/i.png"),
    sends: ["https://a.example/i.png", callback],
  },
  blinkCustomConsoleComponentButtonText: {
    call: ({ button }) => button.blinkCustomConsoleComponentButtonText("RINGING", 1000),
    sends: ["RINGING", "1000", callback],
  },
  removeBlinkCustomConsoleComponentButtonText: {
    call: ({ button }) => button.removeBlinkCustomConsoleComponentButtonText(),
    sends: [callback],
  },
  scrollCustomConsoleComponentButtonText: {
    call: ({ button }) =>
      button.scrollCustomConsoleComponentButtonText({ interval: 500, pixelsToScroll: 10 }),
    sends: ["500", "10", true, callback],
  },
  removeScrollCustomConsoleComponentButtonText: {
    call: ({ button }) => button.removeScrollCustomConsoleComponentButtonText(),
    sends: [callback],
  },
  setCustomConsoleComponentVisible: {
    call: ({ window }) => window.setCustomConsoleComponentVisible(true),
    sends: [true, callback],
  },
  isCustomConsoleComponentHidden: {
    call: ({ window }) => window.isCustomConsoleComponentHidden(),
    sends: [callback],
    reply: { hidden: false },
    gives: false,
  },
  setCustomConsoleComponentWindowVisible: {
    call: ({ window }) => window.setCustomConsoleComponentWindowVisible(false),
    sends: [false, callback],
  },
  isCustomConsoleComponentWindowHidden: {
    call: ({ window }) => window.isCustomConsoleComponentWindowHidden(),
    sends: [callback],
    reply: { hidden: "true" },
    gives: true,
  },
  setCustomConsoleComponentWidth: {
    call: ({ window }) => window.setCustomConsoleComponentWidth(300),
    sends: ["300", callback],
  },
  setCustomConsoleComponentHeight: {
    call: ({ window }) => window.setCustomConsoleComponentHeight(400.5),
    sends: ["400.5", callback],
  },
  setCustomConsoleComponentPopoutable: {
    call: ({ window }) => window.setCustomConsoleComponentPopoutable(false),
    sends: [false, callback],
  },
  isCustomConsoleComponentPoppedOut: {
    call: ({ window }) => window.isCustomConsoleComponentPoppedOut(),
    sends: [callback],
    reply: { poppedOut: true },
    gives: true,
  },
  addToBrowserTitleQueue: {
    call: ({ browserTitle }) => browserTitle.addToBrowserTitleQueue("Incoming call"),
    sends: ["Incoming call", callback],
  },
  removeFromBrowserTitleQueue: {
    call: ({ browserTitle }) => browserTitle.removeFromBrowserTitleQueue("Incoming call"),
    sends: ["Incoming call", callback],
  },
  setSidebarVisible: {
    call: ({ sidebar }) => sidebar.setSidebarVisible(false, { region: "left" }),
    sends: [false, undefined, "left", callback],
  },
};

const chapterCases: Readonly<Record<string, Asked>> = {
  selectMacro: { call: ({ macros }) => macros.selectMacro("0JZ"), sends: ["0JZ", callback] },
  runSelectedMacro: { call: ({ macros }) => macros.runSelectedMacro(), sends: [callback] },
  getNavigationTabs: {
    call: ({ navigation }) => navigation.getNavigationTabs(),
    sends: [callback],
    reply: { items: JSON.stringify([item, { label: "Home" }]) },
    gives: [
      item,
      { label: "Home", navigationTabId: undefined, listViewUrl: undefined, selected: false },
    ],
  },
  getSelectedNavigationTab: {
    call: ({ navigation }) => navigation.getSelectedNavigationTab(),
    sends: [callback],
    reply: item,
    gives: item,
  },
  setSelectedNavigationTab: {
    call: ({ navigation }) => navigation.setSelectedNavigationTab({ listViewUrl: "/003" }),
    sends: [callback, undefined, "/003"],
  },
  focusNavigationTab: {
    call: ({ navigation }) => navigation.focusNavigationTab(),
    sends: [callback],
  },
  refreshNavigationTab: {
    call: ({ navigation }) => navigation.refreshNavigationTab(),
    sends: [callback],
  },
  fireEvent: {
    call: ({ events }) => events.fireEvent("ACME:dial", { number: "1" }),
    sends: ["ACME:dial", '{"number":"1"}', callback],
  },
  "cti.getCallObjectIds": {
    call: ({ cti }) => cti.getCallObjectIds(),
    sends: [callback],
    reply: { ids: null },
    gives: [],
  },
  "cti.setCallObjectIds": {
    call: ({ cti }) => cti.setCallObjectIds(["call.1", "call.2"]),
    sends: [["call.1", "call.2"], callback],
  },
  "cti.getCallAttachedData": {
    call: ({ cti }) => cti.getCallAttachedData("call.1"),
    sends: ["call.1", callback, { getCallType: true }],
    reply: { data: '{"ANI":"4155551212"}', type: "INBOUND" },
    gives: { data: { ANI: "4155551212" }, type: "inbound" },
  },
  "cti.setCallAttachedData": {
    call: ({ cti }) => cti.setCallAttachedData("call.1", { ANI: "4155551212" }, "inbound"),
    sends: ["call.1", '{"ANI":"4155551212"}', "inbound", callback],
  },
  "cti.fireOnCallBegin": {
    call: ({ cti }) => cti.fireOnCallBegin("call.1", { callType: "outbound", callLabel: "To Ada" }),
    sends: ["call.1", "outbound", "To Ada", callback],
  },
  "cti.fireOnCallEnd": {
    call: ({ cti }) => cti.fireOnCallEnd("call.1", { callDuration: 60, callDisposition: "Busy" }),
    sends: ["call.1", "60", "Busy", callback],
  },
  "cti.sendCTIMessage": {
    call: ({ cti }) => cti.sendCTIMessage("/dial?num=1"),
    sends: ["/dial?num=1", callback],
  },
  "cti.fireOnCallLogSaved": {
    call: ({ cti }) => cti.fireOnCallLogSaved("00T"),
    sends: ["00T", callback],
  },
  "presence.login": { call: ({ presence }) => presence.login("0N5"), sends: ["0N5", callback] },
  "presence.logout": { call: ({ presence }) => presence.logout(), sends: [callback] },
  "presence.getServicePresenceStatusId": {
    call: ({ presence }) => presence.getServicePresenceStatusId(),
    sends: [callback],
    reply: status,
    gives: status,
  },
  "presence.getServicePresenceStatusChannels": {
    call: ({ presence }) => presence.getServicePresenceStatusChannels(),
    sends: [callback],
    reply: { channels: JSON.stringify([channel]) },
    gives: [channel],
  },
  "presence.setServicePresenceStatus": {
    call: ({ presence }) => presence.setServicePresenceStatus("0N5"),
    sends: ["0N5", callback],
    reply: { ...status, channels: JSON.stringify([channel]) },
    gives: { ...status, channels: [channel] },
  },
  "presence.getAgentWorks": {
    call: ({ presence }) => presence.getAgentWorks(),
    sends: [callback],
    reply: { works: '[{"workItemId":"500","workId":"0Bz","isEngaged":false}]' },
    gives: [{ workItemId: "500", workId: "0Bz", isEngaged: false }],
  },
  "presence.getAgentWorkload": {
    call: ({ presence }) => presence.getAgentWorkload(),
    sends: [callback],
    reply: { configuredCapacity: "5", currentWorkload: "2.5" },
    gives: {
      configuredCapacity: 5,
      currentWorkload: 2.5,
      configuredInterruptibleCapacity: undefined,
      currentInterruptibleWorkload: undefined,
    },
  },
  "presence.acceptAgentWork": {
    call: ({ presence }) => presence.acceptAgentWork("0Bz"),
    sends: ["0Bz", callback],
  },
  "presence.declineAgentWork": {
    call: ({ presence }) => presence.declineAgentWork("0Bz"),
    sends: ["0Bz", "", callback],
  },
  "presence.closeAgentWork": {
    call: ({ presence }) => presence.closeAgentWork("0Bz"),
    sends: ["0Bz", callback],
  },
};

const chatCases: Readonly<Record<string, Asked>> = {
  "chat.getDetailsByPrimaryTabId": {
    call: ({ chatDetail }) => chatDetail.getDetailsByPrimaryTabId(id),
    sends: [id, callback],
    reply: { primaryTabId: id, details },
    gives: chatGives,
  },
  "chat.getDetailsByChatKey": {
    call: ({ chatDetail }) => chatDetail.getDetailsByChatKey("K1"),
    sends: ["K1", callback],
    reply: { primaryTabId: null, details: null },
    gives: { primaryTabId: undefined, details: undefined },
  },
  "chat.getChatLog": {
    call: ({ chatDetail }) => chatDetail.getChatLog("K1"),
    sends: ["K1", callback],
    reply: { messages: [said], customEvents: [custom] },
    gives: { messages: [said], customEvents: [custom] },
  },
  "chat.getAgentInput": {
    call: ({ conversation }) => conversation.getAgentInput("K1"),
    sends: ["K1", callback],
    reply: { text: "" },
    gives: "",
  },
  "chat.setAgentInput": {
    call: ({ conversation }) => conversation.setAgentInput("K1", "Hi"),
    sends: ["K1", "Hi", callback],
  },
  "chat.sendMessage": {
    call: ({ conversation }) => conversation.sendMessage("K1", "Hi"),
    sends: ["K1", "Hi", callback],
  },
  "chat.sendCustomEvent": {
    call: ({ conversation }) => conversation.sendCustomEvent("K1", "offer", { price: 12 }),
    sends: ["K1", "offer", '{"price":12}', callback],
  },
  "chat.getMaxCapacity": {
    call: ({ chatAgent }) => chatAgent.getMaxCapacity(),
    sends: [callback],
    reply: { count: "3" },
    gives: 3,
  },
  "chat.getEngagedChats": {
    call: ({ chats }) => chats.getEngagedChats(),
    sends: [callback],
    reply: { chatKey: ["K1"] },
    gives: ["K1"],
  },
  "chat.getChatRequests": {
    call: ({ chats }) => chats.getChatRequests(),
    sends: [callback],
    reply: { chatKey: [] },
    gives: [],
  },
  "chat.getAgentState": {
    call: ({ chatAgent }) => chatAgent.getAgentState(),
    sends: [callback],
    reply: { state: "Away" },
    gives: "Away",
  },
  "chat.setAgentState": {
    call: ({ chatAgent }) => chatAgent.setAgentState("Online"),
    sends: ["Online", callback],
  },
  "chat.acceptChat": { call: ({ chats }) => chats.acceptChat("K1"), sends: ["K1", callback] },
  "chat.declineChat": { call: ({ chats }) => chats.declineChat("K1"), sends: ["K1", callback] },
  "chat.endChat": { call: ({ chats }) => chats.endChat("K1"), sends: ["K1", callback] },
  "chat.initFileTransfer": {
    call: ({ chatFiles }) => chatFiles.initFileTransfer("K1", "500"),
    sends: ["K1", "500", callback],
  },
  "chat.cancelFileTransferByAgent": {
    call: ({ chatFiles }) => chatFiles.cancelFileTransferByAgent("K1"),
    sends: ["K1", callback],
  },
  "chat.raiseFlag": {
    call: ({ chatAgent }) => chatAgent.raiseFlag("K1", "Help"),
    sends: ["K1", "Help", callback],
  },
  "chat.lowerFlag": {
    call: ({ chatAgent }) => chatAgent.lowerFlag("K1"),
    sends: ["K1", callback],
  },
};

const focus = { id, objectId: "001x0000003DGQR" };
const chatEvent = { chatKey: "K1", success: true };

export const eventCases: Readonly<Record<string, Heard>> = {
  onEnclosingTabRefresh: {
    listen: ({ tabs }, listener) => tabs.onEnclosingTabRefresh(listener),
    sends: [callback],
    event: { id, objectId: "null" },
    hears: { id, objectId: undefined },
  },
  onFocusedPrimaryTab: {
    listen: ({ primaryTabs }, listener) => primaryTabs.onFocusedPrimaryTab(listener),
    sends: [callback],
    event: focus,
    hears: focus,
  },
  onFocusedSubtab: {
    listen: ({ subtabs }, listener) => subtabs.onFocusedSubtab(listener),
    sends: [callback],
    event: { id: "null", objectId: "" },
    hears: { id: undefined, objectId: undefined },
  },
  onTabSave: {
    listen: ({ tabs }, listener) => tabs.onTabSave(listener),
    sends: [callback],
    event: focus,
    hears: focus,
  },
  onCustomConsoleComponentButtonClicked: {
    listen: ({ button }, listener) => button.onCustomConsoleComponentButtonClicked(listener),
    sends: [callback],
    event: { id: "c1", windowHidden: false },
    hears: { id: "c1", windowHidden: false },
  },
  addEventListener: {
    listen: ({ events }, listener) => events.addEventListener("ACME:dial", listener),
    sends: ["ACME:dial", callback, undefined],
    event: { message: '{"number":"1"}' },
    hears: { message: '{"number":"1"}' },
  },
  addPushNotificationListener: {
    listen: ({ push }, listener) => push.addPushNotificationListener(["Case"], listener),
    sends: [["Case"], callback],
    event: { Id: "500", entityType: "Case", Type: "Updated", LastModifiedById: "005" },
    hears: { id: "500", entityType: "Case", type: "Updated", lastModifiedById: "005" },
  },
  "cti.onCallBegin": {
    listen: ({ cti }, listener) => cti.onCallBegin(listener),
    sends: [callback],
    event: { id: "call.1" },
    hears: { id: "call.1" },
  },
  "cti.onCallEnd": {
    listen: ({ cti }, listener) => cti.onCallEnd(listener),
    sends: [callback],
    event: { id: "call.1", duration: "60", disposition: "Busy" },
    hears: { id: "call.1", duration: 60, disposition: "Busy" },
  },
  "cti.onSendCTIMessage": {
    listen: ({ cti }, listener) => cti.onSendCTIMessage(listener),
    sends: [callback],
    event: { message: "/dial?num=1" },
    hears: { message: "/dial?num=1" },
  },
  "cti.onCallLogSaved": {
    listen: ({ cti }, listener) => cti.onCallLogSaved(listener),
    sends: [callback],
    event: { id: "00T" },
    hears: { id: "00T" },
  },
  "chat.onNewMessage": {
    listen: ({ conversation }, listener) => conversation.onNewMessage("K1", listener),
    sends: ["K1", callback],
    event: { ...said, success: true },
    hears: said,
  },
  "chat.onAgentSend": {
    listen: ({ conversation }, listener) => conversation.onAgentSend("K1", listener),
    sends: ["K1", callback],
    event: { content: "Hello" },
    hears: { content: "Hello", name: undefined, type: undefined, timestamp: undefined },
  },
  "chat.onTypingUpdate": {
    listen: ({ conversation }, listener) => conversation.onTypingUpdate("K1", listener),
    sends: ["K1", callback],
    event: { isTyping: true, sneakPeek: "Hel" },
    hears: { isTyping: true, sneakPeek: "Hel" },
  },
  "chat.onCustomEvent": {
    listen: ({ conversation }, listener) => conversation.onCustomEvent("K1", "offer", listener),
    sends: ["K1", "offer", callback],
    event: custom,
    hears: custom,
  },
  "chat.onAgentStateChanged": {
    listen: ({ chatAgent }, listener) => chatAgent.onAgentStateChanged(listener),
    sends: [callback],
    event: { state: "Offline" },
    hears: { state: "Offline" },
  },
  "chat.onCurrentCapacityChanged": {
    listen: ({ chatAgent }, listener) => chatAgent.onCurrentCapacityChanged(listener),
    sends: [callback],
    event: { count: "2" },
    hears: { count: 2 },
  },
  "chat.onChatRequested": {
    listen: ({ chats }, listener) => chats.onChatRequested(listener),
    sends: [callback],
    event: chatEvent,
    hears: { chatKey: "K1" },
  },
  "chat.onChatStarted": {
    listen: ({ chats }, listener) => chats.onChatStarted(listener),
    sends: [callback],
    event: chatEvent,
    hears: { chatKey: "K1" },
  },
  "chat.onChatEnded": {
    listen: ({ chats }, listener) => chats.onChatEnded(listener),
    sends: [callback],
    event: chatEvent,
    hears: { chatKey: "K1" },
  },
  "chat.onChatDeclined": {
    listen: ({ chats }, listener) => chats.onChatDeclined(listener),
    sends: [callback],
    event: chatEvent,
    hears: { chatKey: "K1" },
  },
  "chat.onChatTransferredOut": {
    listen: ({ chats }, listener) => chats.onChatTransferredOut(listener),
    sends: [callback],
    event: chatEvent,
    hears: { chatKey: "K1" },
  },
  "chat.onChatCanceled": {
    listen: ({ chats }, listener) => chats.onChatCanceled(listener),
    sends: [callback],
    event: { chatKey: "K1" },
    hears: { chatKey: "K1" },
  },
  "chat.onChatCriticalWaitState": {
    listen: ({ chats }, listener) => chats.onChatCriticalWaitState("K1", listener),
    sends: ["K1", callback],
    event: { state: true, success: true },
    hears: { state: true, chatKey: undefined },
  },
};

/** Documented as an event, answered once. */
export const onceCases: Readonly<Record<string, Heard>> = {
  "chat.onFileTransferCompleted": {
    listen: ({ chatFiles }, listener) => chatFiles.onFileTransferCompleted("K1", listener),
    sends: ["K1", callback],
    event: { attachmentId: "00P", success: true },
    hears: { attachmentId: "00P", success: true },
  },
};

export const toldCases: Readonly<Record<string, Told>> = {
  isInConsole: {
    call: ({ detection }) => detection.isInConsole(),
    sends: [],
    returns: true,
    gives: true,
  },
  isCanvasContext: {
    call: ({ detection }) => detection.isCanvasContext(),
    sends: [],
    returns: false,
    gives: false,
  },
  "helper.getVersion": {
    call: ({ toolkit }) => toolkit.getVersion(),
    sends: [],
    returns: "57.0",
    gives: "57.0",
  },
  setTabTitle: { call: ({ look }) => look.setTabTitle("Acme", id), sends: ["Acme", id] },
  resetSessionTimeOut: { call: ({ session }) => session.resetSessionTimeOut(), sends: [] },
};

/** Cases of their own in the contract suite. */
export const specialCases = [
  "removeEventListener",
  "removePushNotificationListener",
  "include",
  "helper.execute",
] as const;

export const askedCases = { ...tabCases, ...componentCases, ...chapterCases, ...chatCases };
