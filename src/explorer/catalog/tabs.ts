import { calling, listening, type Entries } from "../entry.ts";
import { choice, flag, list, maybe, text } from "../fields.ts";
import { examples } from "./examples.ts";

const { primaryTab, primaryTabName, subtab, subtabName, contactId, caseId } = examples;

const opening = {
  activate: flag(true),
  label: maybe(),
  name: maybe(),
  id: maybe("", "a tab to use again, may be empty"),
};
const refreshing = { activate: flag(true), fullRefresh: flag(false) };
const ofTab = { tabId: maybe(primaryTab) };

/** The chapter on primary tabs. */
const primaryTabEntries: Entries = {
  openPrimaryTab: calling(
    { url: text("/003"), ...opening },
    ({ console }, { url, activate, ...rest }) =>
      console.primaryTabs.openPrimaryTab(url, { activate, ...given(rest) }),
  ),
  focusPrimaryTabById: calling({ id: text(primaryTab) }, ({ console }, { id }) =>
    console.primaryTabs.focusPrimaryTabById(id),
  ),
  focusPrimaryTabByName: calling({ name: text(primaryTabName) }, ({ console }, { name }) =>
    console.primaryTabs.focusPrimaryTabByName(name),
  ),
  refreshPrimaryTabById: calling(
    { id: text(primaryTab), ...refreshing },
    ({ console }, { id, ...options }) => console.primaryTabs.refreshPrimaryTabById(id, options),
  ),
  refreshPrimaryTabByName: calling(
    { name: text(primaryTabName), ...refreshing },
    ({ console }, { name, ...options }) =>
      console.primaryTabs.refreshPrimaryTabByName(name, options),
  ),
  getPrimaryTabIds: calling({}, ({ console }) => console.primaryTabs.getPrimaryTabIds()),
  getFocusedPrimaryTabId: calling({}, ({ console }) =>
    console.primaryTabs.getFocusedPrimaryTabId(),
  ),
  getFocusedPrimaryTabObjectId: calling({}, ({ console }) =>
    console.primaryTabs.getFocusedPrimaryTabObjectId(),
  ),
  getEnclosingPrimaryTabId: calling({}, ({ console }) =>
    console.primaryTabs.getEnclosingPrimaryTabId(),
  ),
  getEnclosingPrimaryTabObjectId: calling({}, ({ console }) =>
    console.primaryTabs.getEnclosingPrimaryTabObjectId(),
  ),
  onFocusedPrimaryTab: listening({}, ({ console }, hear) =>
    console.primaryTabs.onFocusedPrimaryTab(hear),
  ),
};

/** The chapter on subtabs. */
const subtabEntries: Entries = {
  openSubtab: calling(
    { primaryTabId: text(primaryTab), url: text("/001"), ...opening },
    ({ console }, { primaryTabId, url, activate, ...rest }) =>
      console.subtabs.openSubtab(primaryTabId, url, { activate, ...given(rest) }),
  ),
  openSubtabByPrimaryTabName: calling(
    { primaryTabName: text(primaryTabName), url: text("/001"), ...opening },
    ({ console }, { primaryTabName, url, activate, ...rest }) =>
      console.subtabs.openSubtabByPrimaryTabName(primaryTabName, url, {
        activate,
        ...given(rest),
      }),
  ),
  focusSubtabById: calling({ id: text(subtab) }, ({ console }, { id }) =>
    console.subtabs.focusSubtabById(id),
  ),
  focusSubtabByNameAndPrimaryTabId: calling(
    { name: text(subtabName), primaryTabId: text(primaryTab) },
    ({ console }, place) => console.subtabs.focusSubtabByNameAndPrimaryTabId(place),
  ),
  focusSubtabByNameAndPrimaryTabName: calling(
    { name: text(subtabName), primaryTabName: text(primaryTabName) },
    ({ console }, place) => console.subtabs.focusSubtabByNameAndPrimaryTabName(place),
  ),
  refreshSubtabById: calling({ id: text(subtab), ...refreshing }, ({ console }, { id, ...rest }) =>
    console.subtabs.refreshSubtabById(id, rest),
  ),
  refreshSubtabByNameAndPrimaryTabId: calling(
    { name: text(subtabName), primaryTabId: text(primaryTab), ...refreshing },
    ({ console }, { name, primaryTabId, ...rest }) =>
      console.subtabs.refreshSubtabByNameAndPrimaryTabId({ name, primaryTabId }, rest),
  ),
  refreshSubtabByNameAndPrimaryTabName: calling(
    { name: text(subtabName), primaryTabName: text(primaryTabName), ...refreshing },
    ({ console }, { name, primaryTabName, ...rest }) =>
      console.subtabs.refreshSubtabByNameAndPrimaryTabName({ name, primaryTabName }, rest),
  ),
  getSubtabIds: calling({ primaryTabId: maybe(primaryTab) }, ({ console }, { primaryTabId }) =>
    console.subtabs.getSubtabIds(primaryTabId),
  ),
  getFocusedSubtabId: calling({}, ({ console }) => console.subtabs.getFocusedSubtabId()),
  getFocusedSubtabObjectId: calling({}, ({ console }) =>
    console.subtabs.getFocusedSubtabObjectId(),
  ),
  onFocusedSubtab: listening({}, ({ console }, hear) => console.subtabs.onFocusedSubtab(hear)),
};

/** The chapters on tabs of either kind, their links and their looks. */
const anyTabEntries: Entries = {
  closeTab: calling({ id: text(subtab) }, ({ console }, { id }) => console.tabs.closeTab(id)),
  disableTabClose: calling({ disable: flag(true), ...ofTab }, ({ console }, { disable, tabId }) =>
    console.tabs.disableTabClose(disable, tabId),
  ),
  reopenLastClosedTab: calling({}, ({ console }) => console.tabs.reopenLastClosedTab()),
  getEnclosingTabId: calling({}, ({ console }) => console.tabs.getEnclosingTabId()),
  getPageInfo: calling(ofTab, ({ console }, { tabId }) => console.tabs.getPageInfo(tabId)),
  setTabUnsavedChanges: calling(
    { unsaved: flag(true), subtabId: maybe(subtab) },
    ({ console }, { unsaved, subtabId }) => console.tabs.setTabUnsavedChanges(unsaved, subtabId),
  ),
  onEnclosingTabRefresh: listening({}, ({ console }, hear) =>
    console.tabs.onEnclosingTabRefresh(hear),
  ),
  onTabSave: listening({}, ({ console }, hear) => console.tabs.onTabSave(hear)),
  generateConsoleUrl: calling(
    { urls: list(`/${contactId}`, `/${caseId}`) },
    ({ console }, { urls }) => console.tabLinks.generateConsoleUrl(urls),
  ),
  openConsoleUrl: calling(
    {
      address: text(`/console#${encodeURIComponent("/500")}`),
      active: flag(true),
      tabId: maybe(),
      tabLabels: list("Cases"),
      tabNames: list(),
    },
    ({ console }, { address, tabId, ...rest }) =>
      console.tabLinks.openConsoleUrl(address, { ...rest, ...given({ tabId }) }),
  ),
  getTabLink: calling(
    { level: choice("complete", "thistabonly", "standard"), ...ofTab },
    ({ console }, { level, tabId }) => console.tabLinks.getTabLink(level, tabId),
  ),
  setTabLink: calling({}, ({ console }) => console.tabLinks.setTabLink()),
  setTabTitle: calling({ label: text("Acme & Sons"), ...ofTab }, ({ console }, { label, tabId }) =>
    console.tabAppearance.setTabTitle(label, tabId),
  ),
  setTabIcon: calling(
    { iconUrl: maybe("/static/icon.svg"), ...ofTab },
    ({ console }, { iconUrl, tabId }) => console.tabAppearance.setTabIcon(iconUrl, tabId),
  ),
  setTabStyle: calling(
    { style: maybe("background: #fed;"), ...ofTab },
    ({ console }, { style, tabId }) => console.tabAppearance.setTabStyle(style, tabId),
  ),
  setTabTextStyle: calling(
    { style: maybe("color: #a00;"), ...ofTab },
    ({ console }, { style, tabId }) => console.tabAppearance.setTabTextStyle(style, tabId),
  ),
};

/** Tabs: 40 methods but one, which is the sidebar's. */
export const tabEntries: Entries = { ...primaryTabEntries, ...subtabEntries, ...anyTabEntries };

/** Only what is there: an option that is `undefined` is none. */
function given<Name extends string>(
  options: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  // The filter has left texts only.
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}
