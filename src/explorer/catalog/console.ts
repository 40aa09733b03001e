import { calling, listening, type Entries } from "../entry.ts";
import { choice, flag, list, maybe, number, pairs, text } from "../fields.ts";
import { examples } from "./examples.ts";

const ofTab = { tabId: maybe(examples.primaryTab) };

/** The chapter on components: the window, its button, the browser's title, sidebars. */
const componentEntries: Entries = {
  isInCustomConsoleComponent: calling({}, ({ console }) =>
    console.window.isInCustomConsoleComponent(),
  ),
  setCustomConsoleComponentVisible: calling({ visible: flag(true) }, ({ console }, { visible }) =>
    console.window.setCustomConsoleComponentVisible(visible),
  ),
  isCustomConsoleComponentHidden: calling({}, ({ console }) =>
    console.window.isCustomConsoleComponentHidden(),
  ),
  setCustomConsoleComponentWindowVisible: calling(
    { visible: flag(true) },
    ({ console }, { visible }) => console.window.setCustomConsoleComponentWindowVisible(visible),
  ),
  isCustomConsoleComponentWindowHidden: calling({}, ({ console }) =>
    console.window.isCustomConsoleComponentWindowHidden(),
  ),
  setCustomConsoleComponentWidth: calling({ width: number(300) }, ({ console }, { width }) =>
    console.window.setCustomConsoleComponentWidth(width),
  ),
  setCustomConsoleComponentHeight: calling({ height: number(400) }, ({ console }, { height }) =>
    console.window.setCustomConsoleComponentHeight(height),
  ),
  setCustomConsoleComponentPopoutable: calling(
    { popoutable: flag(true) },
    ({ console }, { popoutable }) => console.window.setCustomConsoleComponentPopoutable(popoutable),
  ),
  isCustomConsoleComponentPoppedOut: calling({}, ({ console }) =>
    console.window.isCustomConsoleComponentPoppedOut(),
  ),
  setCustomConsoleComponentButtonText: calling({ text: text("Ringing") }, ({ console }, given) =>
    console.button.setCustomConsoleComponentButtonText(given.text),
  ),
  setCustomConsoleComponentButtonStyle: calling(
    { style: text("background: #060; color: #fff;") },
    ({ console }, { style }) => console.button.setCustomConsoleComponentButtonStyle(style),
  ),
  setCustomConsoleComponentButtonIconUrl: calling(
    { iconUrl: text("https://phone.example.com/icon.png") },
    ({ console }, { iconUrl }) => console.button.setCustomConsoleComponentButtonIconUrl(iconUrl),
  ),
  blinkCustomConsoleComponentButtonText: calling(
    { alternateText: text("RINGING"), interval: number(1000, "milliseconds") },
    ({ console }, { alternateText, interval }) =>
      console.button.blinkCustomConsoleComponentButtonText(alternateText, interval),
  ),
  removeBlinkCustomConsoleComponentButtonText: calling({}, ({ console }) =>
    console.button.removeBlinkCustomConsoleComponentButtonText(),
  ),
  scrollCustomConsoleComponentButtonText: calling(
    {
      interval: number(500, "milliseconds"),
      pixelsToScroll: number(10),
      isLeftScrolling: flag(true),
    },
    ({ console }, options) => console.button.scrollCustomConsoleComponentButtonText(options),
  ),
  removeScrollCustomConsoleComponentButtonText: calling({}, ({ console }) =>
    console.button.removeScrollCustomConsoleComponentButtonText(),
  ),
  onCustomConsoleComponentButtonClicked: listening({}, ({ console }, hear) =>
    console.button.onCustomConsoleComponentButtonClicked(hear),
  ),
  addToBrowserTitleQueue: calling({ title: text("Incoming call") }, ({ console }, { title }) =>
    console.browserTitle.addToBrowserTitleQueue(title),
  ),
  removeFromBrowserTitleQueue: calling({ title: text("Incoming call") }, ({ console }, { title }) =>
    console.browserTitle.removeFromBrowserTitleQueue(title),
  ),
  setSidebarVisible: calling(
    { visible: flag(true), ...ofTab, region: choice("left", "right", "top", "bottom") },
    ({ console }, { visible, tabId, region }) =>
      console.sidebar.setSidebarVisible(visible, {
        region,
        ...(tabId === undefined ? {} : { tabId }),
      }),
  ),
  focusSidebarComponent: calling(
    {
      componentType: choice("FILES_WIDGET", "HIGHLIGHTS_PANEL", "KNOWLEDGE_ONE", "VISUALFORCE"),
      details: pairs({}),
      ...ofTab,
    },
    ({ console }, { componentType, details, tabId }) =>
      console.sidebar.focusSidebarComponent({ ...details, componentType }, tabId),
  ),
};

/** The chapters on events and push notifications. */
const eventEntries: Entries = {
  addEventListener: listening(
    { eventType: text("ACME:dial", "or a name of ConsoleEvent") },
    ({ console, named }, hear, { eventType }) => {
      named.set(eventType, hear);
      return console.events.addEventListener(eventType, hear);
    },
  ),
  removeEventListener: calling({ eventType: text("ACME:dial") }, ({ console, named }, given) =>
    console.events.removeEventListener(
      given.eventType,
      named.get(given.eventType) ?? (() => undefined),
    ),
  ),
  fireEvent: calling(
    { eventType: text("ACME:dial"), message: text('{"number":"+14155550101"}') },
    ({ console }, { eventType, message }) => console.events.fireEvent(eventType, message),
  ),
  addPushNotificationListener: listening(
    { objects: list("Contact", "Case", "Task") },
    ({ console }, hear, { objects }) =>
      console.pushNotifications.addPushNotificationListener(objects, hear),
  ),
  removePushNotificationListener: calling({}, ({ console }) =>
    console.pushNotifications.removePushNotificationListener(),
  ),
};

/** The chapters on detection, session, macros and the navigation tab, and what the script itself offers. */
const smallEntries: Entries = {
  isInConsole: calling({}, ({ console }) => console.detection.isInConsole()),
  isCanvasContext: calling({}, ({ console }) => console.detection.isCanvasContext()),
  resetSessionTimeOut: calling({}, ({ console }) => console.session.resetSessionTimeOut()),
  selectMacro: calling({ macroId: text(examples.macro) }, ({ console }, { macroId }) =>
    console.macros.selectMacro(macroId),
  ),
  runSelectedMacro: calling({}, ({ console }) => console.macros.runSelectedMacro()),
  getNavigationTabs: calling({}, ({ console }) => console.navigationTab.getNavigationTabs()),
  getSelectedNavigationTab: calling({}, ({ console }) =>
    console.navigationTab.getSelectedNavigationTab(),
  ),
  setSelectedNavigationTab: calling({ listViewUrl: text("/500") }, ({ console }, choice) =>
    console.navigationTab.setSelectedNavigationTab(choice),
  ),
  focusNavigationTab: calling({}, ({ console }) => console.navigationTab.focusNavigationTab()),
  refreshNavigationTab: calling({}, ({ console }) => console.navigationTab.refreshNavigationTab()),
  include: calling({ moduleName: choice("CTI", "CHAT") }, ({ console }, { moduleName }) =>
    console.toolkit.include(moduleName),
  ),
  "helper.execute": calling(
    { callee: text("getPrimaryTabIds"), args: pairs({ version: "57.0" }) },
    ({ console }, { callee, args }) => console.toolkit.execute(callee, args),
  ),
  "helper.getVersion": calling({}, ({ console }) => console.toolkit.getVersion()),
};

/** Everything of the console but tabs, calls, chats and presence. */
export const windowEntries: Entries = { ...componentEntries, ...eventEntries, ...smallEntries };
