import { asText, callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/** Where a tab's sidebar is; the vendor's `sforce.console.Region`. */
export const Region = { LEFT: "left", RIGHT: "right", TOP: "top", BOTTOM: "bottom" } as const;
export type Region = (typeof Region)[keyof typeof Region];

/**
 * The kinds of sidebar component that 57.0 knows. The manual spells the second `CASE_EXPERT_WIDGET`, and lacks
 * `INTERACTION_LOG_PANEL` and `REPORT_CHART_WIDGET`.
 */
export type ComponentType =
  | "CANVAS"
  | "CASE_EXPERTS_WIDGET"
  | "FILES_WIDGET"
  | "HIGHLIGHTS_PANEL"
  | "INTERACTION_LOG_PANEL"
  | "KNOWLEDGE_ONE"
  | "LOOKUP"
  | "MILESTONE_WIDGET"
  | "RELATED_LIST"
  | "REPORT_CHART_WIDGET"
  | "TOPICS_WIDGET"
  | "VISUALFORCE";

/** Which component is meant: its kind, and what that kind needs besides, such as `pageName` for `VISUALFORCE`. */
export interface ComponentInfo {
  readonly componentType: ComponentType;
  readonly [detail: string]: string;
}

/** Which sidebar is meant. */
export interface SidebarPlace {
  /** The tab that this page is in, unless given. */
  readonly tabId?: string;
  readonly region?: Region;
}

/**
 * Shows, hides, and focuses what is in the sidebars of a tab.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class Sidebar {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Shows or hides a sidebar of a tab. Since API 33.0.
   *
   * @example
   * ```ts
   * await sidebar.setSidebarVisible(false, { tabId: "scc-st-4", region: Region.LEFT });
   * ```
   */
  setSidebarVisible(visible: boolean, { tabId, region }: SidebarPlace = {}): Promise<void> {
    return this.#console.do("setSidebarVisible", [visible, tabId, region, callback]);
  }

  /**
   * Brings a component of a sidebar to the front. The manual does not say since when.
   *
   * @param componentInfo - Sent as JSON text; the script alone would send `[object Object]`.
   * @example
   * ```ts
   * await sidebar.focusSidebarComponent({ componentType: "VISUALFORCE", pageName: "Scripts" }, "scc-st-4");
   * ```
   */
  focusSidebarComponent(componentInfo: ComponentInfo, tabId?: string): Promise<void> {
    return this.#console.do("focusSidebarComponent", [asText(componentInfo), tabId, callback]);
  }
}
