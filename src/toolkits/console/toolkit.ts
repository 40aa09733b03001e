import type { Answer } from "./answer.ts";
import { text, throwIfRefused } from "./answer.ts";
import { callback } from "./argument.ts";
import { Caller, rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorHelper, VendorRoot } from "./vendor.ts";

/** What the wire carries beside text. */
export type WireValue = string | number | boolean | readonly string[] | undefined;

/** What the script itself offers. Nothing of it is in the manual. */
export class Toolkit {
  readonly #console: Caller<VendorRoot>;
  readonly #helper: Caller<VendorHelper>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
    this.#helper = new Caller(link, ({ helper }) => helper);
  }

  /**
   * Loads one of the script's modules, `CTI` or `CHAT`, from the page's own origin. Of no use to a page on another host, nor
   * since those modules are part of the script. Rejects with `timeout` when the module never says that it has loaded.
   *
   * @example
   * ```ts
   * await toolkit.include("CTI");
   * ```
   */
  async include(moduleName: "CTI" | "CHAT"): Promise<void> {
    await this.#console.heard("include", [moduleName, callback]);
  }

  /**
   * Sends a call by the name it has on the wire, for what the script has no method for. The call's `version` goes in `args`.
   *
   * @returns The answer's keys as they came; rejects with `refused` when `success` is among them and false.
   * @example
   * ```ts
   * const answer = await toolkit.execute("getPrimaryTabIds", { version: toolkit.getVersion() });
   * ```
   */
  execute(
    callee: string,
    args: Readonly<Record<string, WireValue>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.#helper.call("execute", [callee, args, callback], fields);
  }

  /**
   * Tells the script's API version, such as `57.0`. Asks nobody.
   *
   * @throws `ToolkitError` with code `unavailable` when the script is missing, `malformed` when it says no text.
   * @example
   * ```ts
   * const version = toolkit.getVersion();
   * ```
   */
  getVersion(): string {
    return text(
      { method: "getVersion", fields: { version: this.#helper.now("getVersion") } },
      "version",
    );
  }
}

function fields(answer: Answer): Answer["fields"] {
  throwIfRefused(answer);
  return answer.fields;
}
