import type { Stop } from "../../base/emitter.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { TabFocused } from "./tab-answers.ts";
import { enclosingId, idOrNone, openedTab, tabFocused, tabIds } from "./tab-answers.ts";
import type { OpenTabOptions, RefreshTabOptions } from "./tab-options.ts";
import type { VendorRoot } from "./vendor.ts";

/**
 * Opens, finds, focuses, and refreshes primary tabs.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 * Tab Ids look like `scc-pt-1` and are good for one console session. Record Ids have 15 characters in Classic.
 */
export class PrimaryTabs {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Opens a primary tab, or loads another address into the one named by `id`. Since API 20.0; `name` since 22.0.
   *
   * Refused when the app limits the number of tabs and the limit is reached. The app's mapping may place a record as a
   * subtab of its parent instead; the Id returned is then the subtab's.
   *
   * @param url - Relative addresses begin with `/`, Visualforce pages with `/apex/`; other hosts must be allowed in the app.
   * @returns The tab's Id.
   * @example
   * ```ts
   * const id = await primaryTabs.openPrimaryTab("/003x0000003DGQR", { label: "Ada Sample", name: "call-1" });
   * ```
   */
  openPrimaryTab(url: string, options: OpenTabOptions = {}): Promise<string> {
    const { id, activate = true, label, name } = options;
    return this.#console.get(
      "openPrimaryTab",
      [id, url, activate, label, callback, name],
      openedTab,
    );
  }

  /**
   * Brings a primary tab to the front. Since API 22.0.
   *
   * @example
   * ```ts
   * await primaryTabs.focusPrimaryTabById("scc-pt-1");
   * ```
   */
  focusPrimaryTabById(id: string): Promise<void> {
    return this.#console.do("focusPrimaryTabById", [id, callback]);
  }

  /**
   * Brings the primary tab that was opened with this name to the front. Since API 22.0.
   *
   * @example
   * ```ts
   * await primaryTabs.focusPrimaryTabByName("call-1");
   * ```
   */
  focusPrimaryTabByName(name: string): Promise<void> {
    return this.#console.do("focusPrimaryTabByName", [name, callback]);
  }

  /**
   * Loads a primary tab again. Since API 22.0. Cannot load Visualforce pages or other hosts' pages again.
   *
   * @example
   * ```ts
   * await primaryTabs.refreshPrimaryTabById("scc-pt-1", { activate: false });
   * ```
   */
  refreshPrimaryTabById(id: string, options: RefreshTabOptions = {}): Promise<void> {
    const { activate = true, fullRefresh } = options;
    return this.#console.do("refreshPrimaryTabById", [id, activate, callback, fullRefresh]);
  }

  /**
   * Loads the primary tab that was opened with this name again. Since API 22.0. Cannot load Visualforce pages or other
   * hosts' pages again.
   *
   * @example
   * ```ts
   * await primaryTabs.refreshPrimaryTabByName("call-1");
   * ```
   */
  refreshPrimaryTabByName(name: string, options: RefreshTabOptions = {}): Promise<void> {
    const { activate = true, fullRefresh } = options;
    return this.#console.do("refreshPrimaryTabByName", [name, activate, callback, fullRefresh]);
  }

  /**
   * Lists the Ids of all primary tabs, in the order of display. Since API 26.0.
   *
   * @returns An empty list when there are none; the script alone would say `[""]`.
   * @example
   * ```ts
   * for (const id of await primaryTabs.getPrimaryTabIds()) await tabs.closeTab(id);
   * ```
   */
  getPrimaryTabIds(): Promise<string[]> {
    return this.#console.get("getPrimaryTabIds", [callback], tabIds);
  }

  /**
   * Tells which primary tab is in front. Since API 25.0. Works from the footer.
   *
   * Not established: whether the console refuses or answers with no Id when no primary tab is in front.
   *
   * @returns Undefined when no primary tab is.
   * @example
   * ```ts
   * const id = await primaryTabs.getFocusedPrimaryTabId();
   * ```
   */
  getFocusedPrimaryTabId(): Promise<string | undefined> {
    return this.#console.get("getFocusedPrimaryTabId", [callback], idOrNone);
  }

  /**
   * Tells which record is on the primary tab in front. Since API 25.0. Works from the footer.
   *
   * @returns Undefined when there is no tab, or no record on it.
   * @example
   * ```ts
   * const recordId = await primaryTabs.getFocusedPrimaryTabObjectId();
   * ```
   */
  getFocusedPrimaryTabObjectId(): Promise<string | undefined> {
    return this.#console.get("getFocusedPrimaryTabObjectId", [callback], idOrNone);
  }

  /**
   * Tells which primary tab this page is in. Since API 20.0. Not for pages in the footer or in the navigation tab.
   *
   * @returns Undefined when it is in none.
   * @example
   * ```ts
   * const id = await primaryTabs.getEnclosingPrimaryTabId();
   * ```
   */
  getEnclosingPrimaryTabId(): Promise<string | undefined> {
    return this.#console.call("getEnclosingPrimaryTabId", [callback], enclosingId);
  }

  /**
   * Tells which record is on the primary tab that this page is in. Since API 24.0. Not for pages in the footer.
   *
   * @example
   * ```ts
   * const recordId = await primaryTabs.getEnclosingPrimaryTabObjectId();
   * ```
   */
  getEnclosingPrimaryTabObjectId(): Promise<string | undefined> {
    return this.#console.get("getEnclosingPrimaryTabObjectId", [callback], idOrNone);
  }

  /**
   * Calls `listener` each time another primary tab comes to the front. Since API 25.0. Works from the footer.
   * Expect several events for one click: a pop opens a tab and then focuses it.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = primaryTabs.onFocusedPrimaryTab(({ objectId }) => show(objectId));
   * ```
   */
  onFocusedPrimaryTab(listener: (event: TabFocused) => void): Stop {
    return this.#console.listen("onFocusedPrimaryTab", [callback], {
      decode: tabFocused,
      listener,
    });
  }
}
