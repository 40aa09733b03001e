import type { Callback, Handler } from "./vendor-callbacks.ts";

/**
 * The manual's chapter on primary tabs and subtabs, as `integration.js` 57.0 takes its arguments.
 *
 * @internal
 */
export interface VendorTabs {
  openPrimaryTab(
    id: string | undefined,
    url: string,
    activate: boolean,
    label?: string,
    callback?: Callback,
    name?: string,
  ): void;
  openSubtab(
    primaryTabId: string,
    url: string,
    activate: boolean,
    label?: string,
    id?: string,
    callback?: Callback,
    name?: string,
  ): void;
  openSubtabByPrimaryTabName(
    primaryTabName: string,
    url: string,
    activate: boolean,
    label?: string,
    id?: string,
    callback?: Callback,
    name?: string,
  ): void;
  closeTab(id: string, callback?: Callback): void;
  disableTabClose(disable: boolean, tabId?: string | false, callback?: Callback): unknown;
  reopenLastClosedTab(callback?: Callback): void;

  focusPrimaryTabById(id: string, callback?: Callback): void;
  focusPrimaryTabByName(name: string, callback?: Callback): void;
  focusSubtabById(id: string, callback?: Callback): void;
  focusSubtabByNameAndPrimaryTabId(name: string, primaryTabId: string, callback?: Callback): void;
  focusSubtabByNameAndPrimaryTabName(
    name: string,
    primaryTabName: string,
    callback?: Callback,
  ): void;
  focusSidebarComponent(componentInfo: string, tabId?: string, callback?: Callback): void;

  refreshPrimaryTabById(
    id: string,
    activate: boolean,
    callback?: Callback,
    fullRefresh?: boolean,
  ): void;
  refreshPrimaryTabByName(
    name: string,
    activate: boolean,
    callback?: Callback,
    fullRefresh?: boolean,
  ): void;
  refreshSubtabById(
    id: string,
    activate: boolean,
    callback?: Callback,
    fullRefresh?: boolean,
  ): void;
  refreshSubtabByNameAndPrimaryTabId(
    name: string,
    primaryTabId: string,
    activate: boolean,
    callback?: Callback,
    fullRefresh?: boolean,
  ): void;
  refreshSubtabByNameAndPrimaryTabName(
    name: string,
    primaryTabName: string,
    activate: boolean,
    callback?: Callback,
    fullRefresh?: boolean,
  ): void;

  getEnclosingTabId(callback?: Callback): void;
  getEnclosingPrimaryTabId(callback?: Callback): unknown;
  getEnclosingPrimaryTabObjectId(callback?: Callback): void;
  getFocusedPrimaryTabId(callback?: Callback): void;
  getFocusedPrimaryTabObjectId(callback?: Callback): void;
  getFocusedSubtabId(callback?: Callback): void;
  getFocusedSubtabObjectId(callback?: Callback): void;
  getPrimaryTabIds(callback?: Callback): void;
  getSubtabIds(primaryTabId?: string, callback?: Callback): void;
  getPageInfo(tabId?: string, callback?: Callback): void;

  generateConsoleUrl(urls: readonly string[], callback?: Callback): void;
  openConsoleUrl(
    tabId: string | undefined,
    consoleUrl: string,
    active: boolean,
    tabLabels?: readonly string[],
    tabNames?: readonly string[],
    callback?: Callback,
  ): void;
  getTabLink(level: string, tabId?: string, callback?: Callback): void;
  setTabLink(callback?: Callback): void;

  setTabTitle(label: string, tabId?: string): void;
  setTabIcon(iconUrl?: string, tabId?: string, callback?: Callback): void;
  setTabStyle(style?: string, tabId?: string, callback?: Callback): void;
  setTabTextStyle(style?: string, tabId?: string, callback?: Callback): void;
  setTabUnsavedChanges(unsaved: boolean, callback?: Callback, subtabId?: string): void;

  onEnclosingTabRefresh(eventHandler: Handler): void;
  onFocusedPrimaryTab(eventHandler: Handler): void;
  onFocusedSubtab(eventHandler: Handler): void;
  onTabSave(eventHandler: Handler): void;
}
