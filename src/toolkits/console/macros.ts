import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/**
 * Runs the org's macros on the tab in front.
 *
 * Every promise rejects with `ToolkitError` only; `refused` carries the `cause` that Salesforce gave.
 */
export class Macros {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Selects a macro in the macro widget. Since API 36.0.
   *
   * @param macroId - Id of a Macro record. It comes before the callback, whatever the manual's table says.
   * @example
   * ```ts
   * await macros.selectMacro("0JZx0000000001X");
   * ```
   */
  selectMacro(macroId: string): Promise<void> {
    return this.#console.do("selectMacro", [macroId, callback]);
  }

  /**
   * Runs the macro that is selected. Since API 36.0. Not established: whether the answer comes before or after the macro's end.
   *
   * @example
   * ```ts
   * await macros.runSelectedMacro();
   * ```
   */
  runSelectedMacro(): Promise<void> {
    return this.#console.do("runSelectedMacro", [callback]);
  }
}
