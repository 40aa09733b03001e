import type { Answer } from "./answer.ts";
import { name } from "./answer.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/** What a tab's link is to lead to; the vendor's `sforce.console.TabLink`. */
export const TabLink = {
  /** The tab with all its subtabs, in a console. */
  PARENT_AND_CHILDREN: "complete",
  /** The tab alone, in a console. */
  TAB_ONLY: "thistabonly",
  /** The page in standard Salesforce. */
  SALESFORCE_URL: "standard",
} as const;
export type TabLink = (typeof TabLink)[keyof typeof TabLink];

/** How a console address is to be opened. */
export interface OpenConsoleUrlOptions {
  /** A primary tab to use again instead of opening one. */
  readonly tabId?: string;
  /** Whether it comes to the front. True unless given. */
  readonly active?: boolean;
  /** One per tab, `""` where there is none to set. */
  readonly tabLabels?: readonly string[];
  /** One per tab, `""` where there is none to set. */
  readonly tabNames?: readonly string[];
}

/**
 * Makes and opens addresses that lead to tabs of a console.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class TabLinks {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Makes one address that opens several tabs. Since API 28.0.
   *
   * @param urls - The first becomes a primary tab, the others its subtabs; the last is in front.
   * @example
   * ```ts
   * const address = await tabLinks.generateConsoleUrl(["/001x0000003DGQR", "/500x00000012345"]);
   * ```
   */
  generateConsoleUrl(urls: readonly string[]): Promise<string> {
    return this.#console.get("generateConsoleUrl", [urls, callback], consoleUrl);
  }

  /**
   * Opens the tabs of an address that `generateConsoleUrl` made. Since API 28.0.
   *
   * @example
   * ```ts
   * await tabLinks.openConsoleUrl(address, { tabLabels: ["Acme", "Case 1001"] });
   * ```
   */
  openConsoleUrl(address: string, options: OpenConsoleUrlOptions = {}): Promise<void> {
    const { tabId, active = true, tabLabels, tabNames } = options;
    return this.#console.do("openConsoleUrl", [
      tabId,
      address,
      active,
      tabLabels,
      tabNames,
      callback,
    ]);
  }

  /**
   * Tells the address that leads to a tab. Since API 28.0.
   *
   * @param tabId - The tab in front unless given.
   * @example
   * ```ts
   * const address = await tabLinks.getTabLink(TabLink.TAB_ONLY, "scc-pt-1");
   * ```
   */
  getTabLink(level: TabLink, tabId?: string): Promise<string> {
    return this.#console.get("getTabLink", [level, tabId, callback], tabLink);
  }

  /**
   * Makes this page's own address the link of the tab it is in. Since API 28.0.
   *
   * Mind that the page's address goes to the console as it is, with everything in its query.
   *
   * @example
   * ```ts
   * await tabLinks.setTabLink();
   * ```
   */
  setTabLink(): Promise<void> {
    return this.#console.do("setTabLink", [callback]);
  }
}

function consoleUrl(answer: Answer): string {
  return name(answer, "consoleUrl");
}

function tabLink(answer: Answer): string {
  return name(answer, "tabLink");
}
