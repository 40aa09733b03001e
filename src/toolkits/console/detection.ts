import type { ConsoleLink } from "./console-link.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { VendorRoot } from "./vendor.ts";

/** Tells where the page is. Asks nobody: the script looks at the page's own address, or at a canvas's signed request. */
export class Detection {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Tells whether the page's address says that it is in a console. Since API 22.0.
   *
   * `clc=1` means yes, `clc=0` no; else `isdtp=` in the query means yes, unless `sforce.one` exists. Other header-less modes
   * of Salesforce carry `isdtp=` as well, and a redirect may drop it: ask Open CTI's `isInConsole` too, and trust its yes.
   *
   * @throws `ToolkitError` with code `unavailable` when the script is missing, or throws, as it does on an OAuth canvas request.
   * @example
   * ```ts
   * if (detection.isInConsole()) showConsoleButtons();
   * ```
   */
  isInConsole(): boolean {
    return this.#console.now("isInConsole") === true;
  }

  /**
   * Tells whether the page runs as a canvas app, that is whether `Sfdc.canvas.client` exists. Not in the manual.
   *
   * @throws `ToolkitError` with code `unavailable` when the script is missing.
   * @example
   * ```ts
   * if (detection.isCanvasContext()) await signedRequest();
   * ```
   */
  isCanvasContext(): boolean {
    return this.#console.now("isCanvasContext") === true;
  }
}
