import type { Stop } from "../../base/emitter.ts";
import type { Answer } from "./answer.ts";
import { flag, maybeText } from "./answer.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/** The agent clicked the component's button. */
export interface ButtonClick {
  /** The component's Id. */
  readonly id: string | undefined;
  /** Whether the component's window is hidden after the click. */
  readonly windowHidden: boolean;
}

/** How the button's text is to scroll. */
export interface ScrollOptions {
  /** Milliseconds between two steps. */
  readonly interval: number;
  /** Pixels per step. */
  readonly pixelsToScroll: number;
  /** Whether the text moves to the left. True unless given. */
  readonly isLeftScrolling?: boolean;
}

/**
 * Changes the footer button of the component that this page is; public softphones use it for their own button.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class ComponentButton {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Sets the button's text, which is clipped to the button's width. Since API 25.0.
   *
   * @example
   * ```ts
   * await componentButton.setCustomConsoleComponentButtonText("Call from Ada Sample");
   * ```
   */
  setCustomConsoleComponentButtonText(text: string): Promise<void> {
    return this.#console.do("setCustomConsoleComponentButtonText", [text, callback]);
  }

  /**
   * Sets the button's font, font colour, and background colour. Since API 25.0.
   * There is no way back but a neutral style.
   *
   * @param style - CSS declarations; others than font, font colour, and background colour are ignored.
   * @example
   * ```ts
   * await componentButton.setCustomConsoleComponentButtonStyle("background:red;color:white;");
   * ```
   */
  setCustomConsoleComponentButtonStyle(style: string): Promise<void> {
    return this.#console.do("setCustomConsoleComponentButtonStyle", [style, callback]);
  }

  /**
   * Sets the button's icon. Since API 25.0.
   *
   * @param iconUrl - Absolute address of an image.
   * @example
   * ```ts
   * await componentButton.setCustomConsoleComponentButtonIconUrl("https://phone.example.com/ringing.png");
   * ```
   */
  setCustomConsoleComponentButtonIconUrl(iconUrl: string): Promise<void> {
    return this.#console.do("setCustomConsoleComponentButtonIconUrl", [iconUrl, callback]);
  }

  /**
   * Lets the button's text take turns with another. Since API 25.0.
   *
   * @param interval - Milliseconds between two turns.
   * @example
   * ```ts
   * await componentButton.blinkCustomConsoleComponentButtonText("RINGING", 1000);
   * ```
   */
  blinkCustomConsoleComponentButtonText(alternateText: string, interval: number): Promise<void> {
    return this.#console.do("blinkCustomConsoleComponentButtonText", [
      alternateText,
      interval,
      callback,
    ]);
  }

  /**
   * Stops the blinking. In the script; the manual has no page for it, so its first version is not established.
   *
   * @example
   * ```ts
   * await componentButton.removeBlinkCustomConsoleComponentButtonText();
   * ```
   */
  removeBlinkCustomConsoleComponentButtonText(): Promise<void> {
    return this.#console.do("removeBlinkCustomConsoleComponentButtonText", [callback]);
  }

  /**
   * Lets the button's text scroll within the button's width. Since API 25.0.
   *
   * @example
   * ```ts
   * await componentButton.scrollCustomConsoleComponentButtonText({ interval: 500, pixelsToScroll: 10 });
   * ```
   */
  scrollCustomConsoleComponentButtonText(options: ScrollOptions): Promise<void> {
    const { interval, pixelsToScroll, isLeftScrolling = true } = options;
    return this.#console.do("scrollCustomConsoleComponentButtonText", [
      interval,
      pixelsToScroll,
      isLeftScrolling,
      callback,
    ]);
  }

  /**
   * Stops the scrolling. In the script; the manual has no page for it, so its first version is not established.
   *
   * @example
   * ```ts
   * await componentButton.removeScrollCustomConsoleComponentButtonText();
   * ```
   */
  removeScrollCustomConsoleComponentButtonText(): Promise<void> {
    return this.#console.do("removeScrollCustomConsoleComponentButtonText", [callback]);
  }

  /**
   * Calls `listener` each time the agent clicks the button. Since API 25.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = componentButton.onCustomConsoleComponentButtonClicked(({ windowHidden }) => pause(windowHidden));
   * ```
   */
  onCustomConsoleComponentButtonClicked(listener: (event: ButtonClick) => void): Stop {
    return this.#console.listen("onCustomConsoleComponentButtonClicked", [callback], {
      decode: buttonClick,
      listener,
    });
  }
}

function buttonClick(answer: Answer): ButtonClick {
  return { id: maybeText(answer, "id"), windowHidden: flag(answer, "windowHidden") };
}
