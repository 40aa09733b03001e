import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/**
 * Shows texts in the browser tab's title, where an agent sees them who is looking at something else.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class BrowserTitle {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Adds a text to those that take turns in the title, three seconds each. Since API 28.0.
   *
   * @param title - An empty text is not sent.
   * @example
   * ```ts
   * await browserTitle.addToBrowserTitleQueue("Incoming call");
   * ```
   */
  addToBrowserTitleQueue(title: string): Promise<void> {
    return this.#console.do("addToBrowserTitleQueue", [title, callback]);
  }

  /**
   * Takes a text out of the title again. Since API 28.0.
   *
   * @param title - Exactly the text that was added.
   * @example
   * ```ts
   * await browserTitle.removeFromBrowserTitleQueue("Incoming call");
   * ```
   */
  removeFromBrowserTitleQueue(title: string): Promise<void> {
    return this.#console.do("removeFromBrowserTitleQueue", [title, callback]);
  }
}
