/** Salesforce's Console Integration Toolkit (`sforce.console`) as typed promises; one class per chapter of its manual. */
export type { Stop } from "../../base/emitter.ts";
export { ToolkitError, type ToolkitErrorCode } from "../toolkit-error.ts";
export { BrowserTitle } from "./browser-title.ts";
export { ChatAgent } from "./chat-agent.ts";
export type {
  ChatAgentState,
  ChatCustomEvent,
  ChatDetails,
  ChatEvent,
  ChatLog,
  ChatMessage,
  ChatOnTab,
  CriticalWait,
  TypingUpdate,
} from "./chat-answers.ts";
export { ChatConversation } from "./chat-conversation.ts";
export { ChatDetail } from "./chat-details.ts";
export { ChatFiles, type FileTransferCompleted } from "./chat-files.ts";
export { Chats } from "./chats.ts";
export { ComponentButton, type ButtonClick, type ScrollOptions } from "./component-button.ts";
export { ComponentWindow } from "./component-window.ts";
export {
  ConsoleEvent,
  type BareEvent,
  type ConsoleEvents,
  type CustomConsoleEvent,
  type EventOf,
  type TabClosed,
  type WorkloadChanged,
} from "./console-event.ts";
export { ConsoleLink, type ConsoleLinkOptions, type Guard } from "./console-link.ts";
export {
  Cti,
  type CallAttachedData,
  type CallBeginning,
  type CallEnded,
  type CallEnding,
  type CallType,
  type CtiMessage,
  type IdEvent,
} from "./cti.ts";
export { Detection } from "./detection.ts";
export { Events } from "./events.ts";
export { Macros } from "./macros.ts";
export { NavigationTab, type NavigationChoice, type NavigationItem } from "./navigation-tab.ts";
export { Presence } from "./presence.ts";
export type {
  AgentWork,
  AgentWorkload,
  ListedWork,
  PresenceChannel,
  PresenceStatus,
  PresenceStatusWithChannels,
} from "./presence-answers.ts";
export { PrimaryTabs } from "./primary-tabs.ts";
export { PushNotifications, type PushNotification } from "./push-notifications.ts";
export { Session } from "./session.ts";
export {
  Region,
  Sidebar,
  type ComponentInfo,
  type ComponentType,
  type SidebarPlace,
} from "./sidebar.ts";
export { Subtabs, type SubtabOfId, type SubtabOfName } from "./subtabs.ts";
export type { PageInfo, TabEvent, TabFocused } from "./tab-answers.ts";
export { TabAppearance } from "./tab-appearance.ts";
export { TabLink, TabLinks, type OpenConsoleUrlOptions } from "./tab-links.ts";
export type { OpenTabOptions, RefreshTabOptions } from "./tab-options.ts";
export { Tabs } from "./tabs.ts";
export { Toolkit, type WireValue } from "./toolkit.ts";
export type * from "./vendor.ts";
