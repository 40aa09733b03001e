import type { Answer } from "./answer.ts";
import { maybeFlag, maybeText, records } from "./answer.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/** An item of the navigation tab's menu. */
export interface NavigationItem {
  readonly navigationTabId: string | undefined;
  readonly label: string | undefined;
  /** Address of the item's list view, where it has one. */
  readonly listViewUrl: string | undefined;
  readonly selected: boolean;
}

/** Which item to select: by Id or by the address of its list view. */
export type NavigationChoice =
  | { readonly navigationTabId: string; readonly listViewUrl?: undefined }
  | { readonly listViewUrl: string; readonly navigationTabId?: undefined };

/**
 * Reads and moves the navigation tab, from which the agent opens list views.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class NavigationTab {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Lists the items of the navigation tab's menu. Since API 31.0.
   *
   * The items come as JSON text under `items`; the manual's table says `menuItems`. Both are read.
   *
   * @example
   * ```ts
   * const items = await navigationTab.getNavigationTabs();
   * ```
   */
  getNavigationTabs(): Promise<NavigationItem[]> {
    return this.#console.get("getNavigationTabs", [callback], navigationItems);
  }

  /**
   * Tells which item is selected. Since API 31.0.
   *
   * @example
   * ```ts
   * const { label } = await navigationTab.getSelectedNavigationTab();
   * ```
   */
  getSelectedNavigationTab(): Promise<NavigationItem> {
    return this.#console.get("getSelectedNavigationTab", [callback], navigationItem);
  }

  /**
   * Selects an item. Since API 31.0.
   *
   * @example
   * ```ts
   * await navigationTab.setSelectedNavigationTab({ listViewUrl: "/003?fcf=00Bx0000001abcd" });
   * ```
   */
  setSelectedNavigationTab({ navigationTabId, listViewUrl }: NavigationChoice): Promise<void> {
    return this.#console.do("setSelectedNavigationTab", [callback, navigationTabId, listViewUrl]);
  }

  /**
   * Brings the navigation tab to the front. Since API 31.0.
   *
   * @example
   * ```ts
   * await navigationTab.focusNavigationTab();
   * ```
   */
  focusNavigationTab(): Promise<void> {
    return this.#console.do("focusNavigationTab", [callback]);
  }

  /**
   * Loads the navigation tab again. Since API 31.0.
   *
   * @example
   * ```ts
   * await navigationTab.refreshNavigationTab();
   * ```
   */
  refreshNavigationTab(): Promise<void> {
    return this.#console.do("refreshNavigationTab", [callback]);
  }
}

function navigationItem(answer: Answer): NavigationItem {
  return {
    navigationTabId: maybeText(answer, "navigationTabId"),
    label: maybeText(answer, "label"),
    listViewUrl: maybeText(answer, "listViewUrl"),
    selected: maybeFlag(answer, "selected") ?? false,
  };
}

function navigationItems(answer: Answer): NavigationItem[] {
  const key = "items" in answer.fields ? "items" : "menuItems";
  return records(answer, key).map(navigationItem);
}
