import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/**
 * Changes how a tab looks: title, icon, and colours.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 * Without a tab's Id the tab is meant that the page is in; from the footer an Id must be given.
 */
export class TabAppearance {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Sets a tab's title. Since API 20.0; `tabId` since 25.0. The console does not answer, so nobody learns whether it worked.
   *
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * tabAppearance.setTabTitle("Ada Sample", "scc-pt-1");
   * ```
   */
  setTabTitle(label: string, tabId?: string): void {
    this.#console.tell("setTabTitle", [label, tabId]);
  }

  /**
   * Sets a tab's icon. Since API 28.0.
   *
   * @param iconUrl - Address of an image, or undefined to bring the tab's own icon back.
   * @example
   * ```ts
   * await tabAppearance.setTabIcon("https://phone.example.com/ringing.png", "scc-pt-1");
   * ```
   */
  setTabIcon(iconUrl?: string, tabId?: string): Promise<void> {
    return this.#console.do("setTabIcon", [iconUrl, tabId, callback]);
  }

  /**
   * Sets a tab's style. Since API 28.0.
   *
   * @param style - CSS declarations, or undefined to bring the tab's own style back.
   * @example
   * ```ts
   * await tabAppearance.setTabStyle("background:#fc0;", "scc-pt-1");
   * ```
   */
  setTabStyle(style?: string, tabId?: string): Promise<void> {
    return this.#console.do("setTabStyle", [style, tabId, callback]);
  }

  /**
   * Sets the style of a tab's text. Since API 28.0.
   *
   * @param style - CSS declarations, or undefined to bring the text's own style back.
   * @example
   * ```ts
   * await tabAppearance.setTabTextStyle("color:red;font-weight:bold;", "scc-pt-1");
   * ```
   */
  setTabTextStyle(style?: string, tabId?: string): Promise<void> {
    return this.#console.do("setTabTextStyle", [style, tabId, callback]);
  }
}
