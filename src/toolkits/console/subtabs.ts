import type { Stop } from "../../base/emitter.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { TabFocused } from "./tab-answers.ts";
import { idOrNone, openedTab, tabFocused, tabIds } from "./tab-answers.ts";
import type { OpenTabOptions, RefreshTabOptions } from "./tab-options.ts";
import type { VendorRoot } from "./vendor.ts";

/** A subtab by the name it was opened with, in the primary tab of an Id. */
export interface SubtabOfId {
  readonly name: string;
  readonly primaryTabId: string;
}

/** A subtab by the name it was opened with, in the primary tab of a name. */
export interface SubtabOfName {
  readonly name: string;
  readonly primaryTabName: string;
}

/**
 * Opens, finds, focuses, and refreshes subtabs.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 * Tab Ids look like `scc-st-4` and are good for one console session. Record Ids have 15 characters in Classic.
 */
export class Subtabs {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Opens a subtab, or loads another address into the one named by `id`. Since API 20.0; `name` since 22.0.
   *
   * Refused when the app limits the number of subtabs and the limit is reached. A record whose mapping asks for a
   * primary tab opens as one; the Id returned is then the primary tab's.
   *
   * @param primaryTabId - The tab to open it in.
   * @param url - Relative addresses begin with `/`, Visualforce pages with `/apex/`; other hosts must be allowed in the app.
   * @returns The tab's Id.
   * @example
   * ```ts
   * const id = await subtabs.openSubtab("scc-pt-1", "/500x00000012345", { label: "Case 1001" });
   * ```
   */
  openSubtab(primaryTabId: string, url: string, options: OpenTabOptions = {}): Promise<string> {
    const { activate = true, label, id, name } = options;
    return this.#console.get(
      "openSubtab",
      [primaryTabId, url, activate, label, id, callback, name],
      openedTab,
    );
  }

  /**
   * Opens a subtab in the primary tab that was opened with a name. Since API 22.0. Otherwise as {@link Subtabs.openSubtab}.
   *
   * @returns The tab's Id.
   * @example
   * ```ts
   * const id = await subtabs.openSubtabByPrimaryTabName("call-1", "/500x00000012345", { label: "Case" });
   * ```
   */
  openSubtabByPrimaryTabName(
    primaryTabName: string,
    url: string,
    options: OpenTabOptions = {},
  ): Promise<string> {
    const { activate = true, label, id, name } = options;
    return this.#console.get(
      "openSubtabByPrimaryTabName",
      [primaryTabName, url, activate, label, id, callback, name],
      openedTab,
    );
  }

  /**
   * Brings a subtab to the front. Since API 22.0.
   *
   * @example
   * ```ts
   * await subtabs.focusSubtabById("scc-st-4");
   * ```
   */
  focusSubtabById(id: string): Promise<void> {
    return this.#console.do("focusSubtabById", [id, callback]);
  }

  /**
   * Brings a subtab to the front, found by its name and its primary tab's Id. Since API 22.0.
   *
   * @example
   * ```ts
   * await subtabs.focusSubtabByNameAndPrimaryTabId({ name: "case", primaryTabId: "scc-pt-1" });
   * ```
   */
  focusSubtabByNameAndPrimaryTabId({ name, primaryTabId }: SubtabOfId): Promise<void> {
    return this.#console.do("focusSubtabByNameAndPrimaryTabId", [name, primaryTabId, callback]);
  }

  /**
   * Brings a subtab to the front, found by its name and its primary tab's name. Since API 22.0.
   *
   * @example
   * ```ts
   * await subtabs.focusSubtabByNameAndPrimaryTabName({ name: "case", primaryTabName: "call-1" });
   * ```
   */
  focusSubtabByNameAndPrimaryTabName({ name, primaryTabName }: SubtabOfName): Promise<void> {
    return this.#console.do("focusSubtabByNameAndPrimaryTabName", [name, primaryTabName, callback]);
  }

  /**
   * Loads a subtab again, from the last address the console knows of it. Since API 22.0. Cannot load Visualforce pages or
   * other hosts' pages again.
   *
   * @example
   * ```ts
   * await subtabs.refreshSubtabById("scc-st-4", { activate: false });
   * ```
   */
  refreshSubtabById(id: string, options: RefreshTabOptions = {}): Promise<void> {
    const { activate = true, fullRefresh } = options;
    return this.#console.do("refreshSubtabById", [id, activate, callback, fullRefresh]);
  }

  /**
   * Loads a subtab again, found by its name and its primary tab's Id. Since API 22.0.
   *
   * @example
   * ```ts
   * await subtabs.refreshSubtabByNameAndPrimaryTabId({ name: "case", primaryTabId: "scc-pt-1" });
   * ```
   */
  refreshSubtabByNameAndPrimaryTabId(
    { name, primaryTabId }: SubtabOfId,
    { activate = true, fullRefresh }: RefreshTabOptions = {},
  ): Promise<void> {
    return this.#console.do("refreshSubtabByNameAndPrimaryTabId", [
      name,
      primaryTabId,
      activate,
      callback,
      fullRefresh,
    ]);
  }

  /**
   * Loads a subtab again, found by its name and its primary tab's name. Since API 22.0.
   *
   * @example
   * ```ts
   * await subtabs.refreshSubtabByNameAndPrimaryTabName({ name: "case", primaryTabName: "call-1" });
   * ```
   */
  refreshSubtabByNameAndPrimaryTabName(
    { name, primaryTabName }: SubtabOfName,
    { activate = true, fullRefresh }: RefreshTabOptions = {},
  ): Promise<void> {
    return this.#console.do("refreshSubtabByNameAndPrimaryTabName", [
      name,
      primaryTabName,
      activate,
      callback,
      fullRefresh,
    ]);
  }

  /**
   * Lists the Ids of a primary tab's subtabs. Since API 26.0. Answered only to a custom console component, or to a
   * Visualforce page in place of a record's page.
   *
   * @param primaryTabId - The primary tab in front unless given.
   * @returns An empty list when there are none; the script alone would say `[""]`.
   * @example
   * ```ts
   * const ids = await subtabs.getSubtabIds("scc-pt-1");
   * ```
   */
  getSubtabIds(primaryTabId?: string): Promise<string[]> {
    return this.#console.get("getSubtabIds", [primaryTabId, callback], tabIds);
  }

  /**
   * Tells which subtab is in front. Since API 25.0.
   *
   * Not established: whether the console refuses or answers with no Id when no subtab is in front.
   *
   * @returns Undefined when none is.
   * @example
   * ```ts
   * const id = await subtabs.getFocusedSubtabId();
   * ```
   */
  getFocusedSubtabId(): Promise<string | undefined> {
    return this.#console.get("getFocusedSubtabId", [callback], idOrNone);
  }

  /**
   * Tells which record is on the subtab in front. Since API 24.0.
   *
   * @returns Undefined when there is no subtab, or no record on it.
   * @example
   * ```ts
   * const recordId = await subtabs.getFocusedSubtabObjectId();
   * ```
   */
  getFocusedSubtabObjectId(): Promise<string | undefined> {
    return this.#console.get("getFocusedSubtabObjectId", [callback], idOrNone);
  }

  /**
   * Calls `listener` each time another subtab comes to the front. Since API 24.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = subtabs.onFocusedSubtab(({ objectId }) => show(objectId));
   * ```
   */
  onFocusedSubtab(listener: (event: TabFocused) => void): Stop {
    return this.#console.listen("onFocusedSubtab", [callback], { decode: tabFocused, listener });
  }
}
