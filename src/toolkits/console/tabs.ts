import type { Stop } from "../../base/emitter.ts";
import type { Answer } from "./answer.ts";
import { maybeText } from "./answer.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { PageInfo, TabEvent } from "./tab-answers.ts";
import { enclosingId, pageInfo, tabEvent } from "./tab-answers.ts";
import type { VendorRoot } from "./vendor.ts";

/**
 * Does what can be done to any tab, primary tab or subtab.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class Tabs {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Closes a tab. Since API 20.0; before 35.0 the console does not answer, so that this rejects with `timeout`.
   *
   * Closing the first subtab closes the primary tab. Subtabs of a pinned primary tab are refused.
   * In Firefox, do not close a tab that shows an alert.
   *
   * @example
   * ```ts
   * await tabs.closeTab("scc-pt-1");
   * ```
   */
  closeTab(id: string): Promise<void> {
    return this.#console.do("closeTab", [id, callback]);
  }

  /**
   * Keeps the agent from closing a tab, or lets him again. Since API 36.0.
   *
   * @param tabId - The tab that this page is in, unless given; from the footer it must be given.
   * @returns The tab it was done to. For a primary tab's first subtab that is the primary tab.
   * @example
   * ```ts
   * await tabs.disableTabClose(true, "scc-pt-1");
   * ```
   */
  disableTabClose(disable: boolean, tabId?: string): Promise<string | undefined> {
    return this.#console.get("disableTabClose", [disable, tabId, callback], affectedTab);
  }

  /**
   * Opens the tab again that was closed last. Since API 35.0.
   *
   * @example
   * ```ts
   * await tabs.reopenLastClosedTab();
   * ```
   */
  reopenLastClosedTab(): Promise<void> {
    return this.#console.do("reopenLastClosedTab", [callback]);
  }

  /**
   * Tells which tab this page is in. Since API 20.0. Of no use in the footer.
   *
   * @returns Undefined when it is in none.
   * @example
   * ```ts
   * const id = await tabs.getEnclosingTabId();
   * ```
   */
  getEnclosingTabId(): Promise<string | undefined> {
    return this.#console.call("getEnclosingTabId", [callback], enclosingId);
  }

  /**
   * Tells what is on a tab. Since API 26.0. The console answers when the tab's page has loaded, so a slow page can bring `timeout`.
   *
   * @param tabId - The tab that this page is in, unless given; from the footer it must be given.
   * @example
   * ```ts
   * const { object, objectId } = await tabs.getPageInfo("scc-pt-1");
   * ```
   */
  getPageInfo(tabId?: string): Promise<PageInfo> {
    return this.#console.get("getPageInfo", [tabId, callback], pageInfo);
  }

  /**
   * Marks a tab as holding unsaved changes, so that closing it asks first, or takes the mark away. Since API 23.0; `subtabId` since 25.0.
   * Also the obligatory end of an `onTabSave` listener: `false` says that saving worked.
   *
   * @param subtabId - The subtab that this page is in, unless given; from the footer it must be given.
   * @example
   * ```ts
   * await tabs.setTabUnsavedChanges(true, "scc-st-4");
   * ```
   */
  setTabUnsavedChanges(unsaved: boolean, subtabId?: string): Promise<void> {
    return this.#console.do("setTabUnsavedChanges", [unsaved, callback, subtabId]);
  }

  /**
   * Calls `listener` each time the tab that this page is in is refreshed. Since API 24.0. Of no use in the footer.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = tabs.onEnclosingTabRefresh(() => reload());
   * ```
   */
  onEnclosingTabRefresh(listener: (event: TabEvent) => void): Stop {
    return this.#console.listen("onEnclosingTabRefresh", [callback], {
      decode: tabEvent,
      listener,
    });
  }

  /**
   * Calls `listener` when the agent chooses to save a subtab's changes before it closes. Since API 28.0.
   * A listener must end with `setTabUnsavedChanges`, or the console waits.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = tabs.onTabSave(({ id }) => save().then(() => tabs.setTabUnsavedChanges(false, id)));
   * ```
   */
  onTabSave(listener: (event: TabEvent) => void): Stop {
    return this.#console.listen("onTabSave", [callback], { decode: tabEvent, listener });
  }
}

/** `message` holds a tab's Id when all went well, else the reason why not. */
function affectedTab(answer: Answer): string | undefined {
  return maybeText(answer, "message");
}
