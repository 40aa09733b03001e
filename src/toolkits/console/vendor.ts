/** Types of `sforce.console` as Salesforce's `integration.js` 57.0 exposes it. Types only: nothing of this is in a bundle. */
import type { Callback, Handler } from "./vendor-callbacks.ts";
import type { VendorChat } from "./vendor-chat.ts";
import type { VendorComponents } from "./vendor-components.ts";
import type { VendorCti } from "./vendor-cti.ts";
import type { VendorPresence } from "./vendor-presence.ts";
import type { VendorTabs } from "./vendor-tabs.ts";

export type { Callback, Handler, NumberText } from "./vendor-callbacks.ts";
export type { VendorChat } from "./vendor-chat.ts";
export type { VendorComponents } from "./vendor-components.ts";
export type { VendorCti } from "./vendor-cti.ts";
export type { VendorPresence } from "./vendor-presence.ts";
export type { VendorTabs } from "./vendor-tabs.ts";

/** Narrows an event that `addEventListener` hears to one tab. */
export interface VendorListenerParams {
  readonly tabId?: string;
}

/**
 * The manual's chapters on the navigation tab and on macros.
 *
 * @internal
 */
export interface VendorNavigation {
  getNavigationTabs(callback?: Callback): void;
  getSelectedNavigationTab(callback?: Callback): void;
  /** The callback comes first. */
  setSelectedNavigationTab(
    callback?: Callback,
    navigationTabId?: string,
    listViewUrl?: string,
  ): void;
  focusNavigationTab(callback?: Callback): void;
  refreshNavigationTab(callback?: Callback): void;
  selectMacro(macroId: string, callback?: Callback): void;
  runSelectedMacro(callback?: Callback): void;
}

/**
 * The manual's chapters on console events and push notifications.
 *
 * @internal
 */
export interface VendorEvents {
  addEventListener(
    eventType: string,
    eventHandler: Handler,
    additionalParams?: VendorListenerParams,
  ): void;
  /** Throws when nothing was ever added in the page. */
  removeEventListener(
    eventType: string,
    eventHandler: Handler,
    additionalParams?: VendorListenerParams,
  ): void;
  fireEvent(eventType: string, message: string, callback?: Callback): void;
  /** Returns false when the page has a listener already. */
  addPushNotificationListener(objects: readonly string[], eventHandler: Handler): unknown;
  removePushNotificationListener(callback?: Callback): void;
}

/**
 * `sforce.console.helper`: what the script's own modules are made of.
 *
 * @internal
 */
export interface VendorHelper {
  execute(callee: string, args: object, callback?: Callback): unknown;
  getVersion(): string;
}

/**
 * What `sforce.console` holds beside its modules.
 *
 * @internal
 */
export interface VendorRoot extends VendorTabs, VendorComponents, VendorNavigation, VendorEvents {
  isInConsole(): boolean;
  isCanvasContext(): boolean;
  resetSessionTimeOut(): void;
  include(moduleName: string, callback?: () => void, scope?: object): void;
}

/**
 * `sforce.console`, whole.
 *
 * @internal
 */
export interface VendorConsole extends VendorRoot {
  readonly cti: VendorCti;
  readonly chat: VendorChat;
  readonly presence: VendorPresence;
  readonly helper: VendorHelper;
}
