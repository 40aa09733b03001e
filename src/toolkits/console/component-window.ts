import type { Answer } from "./answer.ts";
import { flag } from "./answer.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/**
 * Shows, hides, and sizes the footer component that this page is.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 * Not established: whether showing and sizing act on the call centre's own softphone; prefer Open CTI's `setVisible` there.
 */
export class ComponentWindow {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Tells whether this page is a custom console component of the app. Since API 25.0.
   *
   * @example
   * ```ts
   * const inFooter = await componentWindow.isInCustomConsoleComponent();
   * ```
   */
  isInCustomConsoleComponent(): Promise<boolean> {
    return this.#console.get("isInCustomConsoleComponent", [callback], inCustomConsoleComponent);
  }

  /**
   * Shows or hides the component's window. Since API 32.0. Does nothing to a popped-out component.
   *
   * @example
   * ```ts
   * await componentWindow.setCustomConsoleComponentVisible(true);
   * ```
   */
  setCustomConsoleComponentVisible(visible: boolean): Promise<void> {
    return this.#console.do("setCustomConsoleComponentVisible", [visible, callback]);
  }

  /**
   * Tells whether the component's window is hidden. Since API 32.0.
   *
   * @example
   * ```ts
   * if (await componentWindow.isCustomConsoleComponentHidden()) ring();
   * ```
   */
  isCustomConsoleComponentHidden(): Promise<boolean> {
    return this.#console.get("isCustomConsoleComponentHidden", [callback], hidden);
  }

  /**
   * Shows or hides the component's window. Since API 25.0, until 31.0. Later scripts have
   * {@link ComponentWindow.setCustomConsoleComponentVisible} instead, and this rejects with `unavailable`.
   *
   * @example
   * ```ts
   * await componentWindow.setCustomConsoleComponentWindowVisible(true);
   * ```
   */
  setCustomConsoleComponentWindowVisible(visible: boolean): Promise<void> {
    return this.#console.do("setCustomConsoleComponentWindowVisible", [visible, callback]);
  }

  /**
   * Tells whether the component's window is hidden. Since API 25.0, until 31.0. Later scripts have
   * {@link ComponentWindow.isCustomConsoleComponentHidden} instead, and this rejects with `unavailable`.
   *
   * @example
   * ```ts
   * const isHidden = await componentWindow.isCustomConsoleComponentWindowHidden();
   * ```
   */
  isCustomConsoleComponentWindowHidden(): Promise<boolean> {
    return this.#console.get("isCustomConsoleComponentWindowHidden", [callback], hidden);
  }

  /**
   * Sets the width of the component's window. Since API 32.0. Does nothing to a popped-out component.
   *
   * @param width - Pixels.
   * @example
   * ```ts
   * await componentWindow.setCustomConsoleComponentWidth(300);
   * ```
   */
  setCustomConsoleComponentWidth(width: number): Promise<void> {
    return this.#console.do("setCustomConsoleComponentWidth", [width, callback]);
  }

  /**
   * Sets the height of the component's window. Since API 32.0. Does nothing to a popped-out component.
   *
   * @param height - Pixels.
   * @example
   * ```ts
   * await componentWindow.setCustomConsoleComponentHeight(400);
   * ```
   */
  setCustomConsoleComponentHeight(height: number): Promise<void> {
    return this.#console.do("setCustomConsoleComponentHeight", [height, callback]);
  }

  /**
   * Allows the agent to drag the component out of the console, or forbids it. Since API 30.0. Needs multi-monitor components
   * switched on in the app.
   *
   * @example
   * ```ts
   * await componentWindow.setCustomConsoleComponentPopoutable(false);
   * ```
   */
  setCustomConsoleComponentPopoutable(popoutable: boolean): Promise<void> {
    return this.#console.do("setCustomConsoleComponentPopoutable", [popoutable, callback]);
  }

  /**
   * Tells whether the component is outside the console's window. Since API 30.0. Needs multi-monitor components switched on.
   *
   * @example
   * ```ts
   * const outside = await componentWindow.isCustomConsoleComponentPoppedOut();
   * ```
   */
  isCustomConsoleComponentPoppedOut(): Promise<boolean> {
    return this.#console.get("isCustomConsoleComponentPoppedOut", [callback], poppedOut);
  }
}

function inCustomConsoleComponent(answer: Answer): boolean {
  return flag(answer, "inCustomConsoleComponent");
}

function hidden(answer: Answer): boolean {
  return flag(answer, "hidden");
}

function poppedOut(answer: Answer): boolean {
  return flag(answer, "poppedOut");
}
