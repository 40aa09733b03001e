/** Salesforce's Console Integration Toolkit (`sforce.console`) as typed promises; one class per chapter of its manual. */
export type { Stop } from "../../base/emitter.ts";
export { ToolkitError, type ToolkitErrorCode } from "../toolkit-error.ts";
export { BrowserTitle } from "./browser-title.ts";
export { ComponentButton, type ButtonClick, type ScrollOptions } from "./component-button.ts";
export { ComponentWindow } from "./component-window.ts";
export { ConsoleLink, type ConsoleLinkOptions, type Guard } from "./console-link.ts";
export { Detection } from "./detection.ts";
export { PrimaryTabs } from "./primary-tabs.ts";
export {
  Region,
  Sidebar,
  type ComponentInfo,
  type ComponentType,
  type SidebarPlace,
} from "./sidebar.ts";
export { Subtabs, type SubtabOfId, type SubtabOfName } from "./subtabs.ts";
export type { PageInfo, TabEvent } from "./tab-answers.ts";
export { TabAppearance } from "./tab-appearance.ts";
export { TabLink, TabLinks, type OpenConsoleUrlOptions } from "./tab-links.ts";
export type { OpenTabOptions, RefreshTabOptions } from "./tab-options.ts";
export { Tabs } from "./tabs.ts";
export type * from "./vendor.ts";
