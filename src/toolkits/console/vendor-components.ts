import type { Callback, Handler, NumberText } from "./vendor-callbacks.ts";

/**
 * The manual's chapter on application-level custom console components, with the two old names of 25.0 to 31.0.
 *
 * @internal
 */
export interface VendorComponents {
  isInCustomConsoleComponent(callback?: Callback): void;
  setCustomConsoleComponentButtonText(text: string, callback?: Callback): void;
  setCustomConsoleComponentButtonStyle(style: string, callback?: Callback): void;
  setCustomConsoleComponentButtonIconUrl(iconUrl: string, callback?: Callback): void;
  blinkCustomConsoleComponentButtonText(
    alternateText: string,
    interval: NumberText,
    callback?: Callback,
  ): void;
  removeBlinkCustomConsoleComponentButtonText(callback?: Callback): void;
  scrollCustomConsoleComponentButtonText(
    interval: NumberText,
    pixelsToScroll: NumberText,
    isLeftScrolling: boolean,
    callback?: Callback,
  ): void;
  removeScrollCustomConsoleComponentButtonText(callback?: Callback): void;
  onCustomConsoleComponentButtonClicked(eventHandler: Handler): void;

  setCustomConsoleComponentVisible(visible: boolean, callback?: Callback): void;
  isCustomConsoleComponentHidden(callback?: Callback): void;
  /** 25.0 to 31.0 only. */
  setCustomConsoleComponentWindowVisible?(visible: boolean, callback?: Callback): void;
  /** 25.0 to 31.0 only. */
  isCustomConsoleComponentWindowHidden?(callback?: Callback): void;
  setCustomConsoleComponentWidth(width: NumberText, callback?: Callback): void;
  setCustomConsoleComponentHeight(height: NumberText, callback?: Callback): void;
  setCustomConsoleComponentPopoutable(popoutable: boolean, callback?: Callback): void;
  isCustomConsoleComponentPoppedOut(callback?: Callback): void;

  addToBrowserTitleQueue(title: string, callback?: Callback): void;
  removeFromBrowserTitleQueue(title: string, callback?: Callback): void;
  setSidebarVisible(visible: boolean, tabId?: string, region?: string, callback?: Callback): void;
}
