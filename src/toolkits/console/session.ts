import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/** Keeps the agent signed in to Salesforce while he works only in the softphone. */
export class Session {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Starts the session's time to live anew. Since API 24.0. The console does not answer, so nobody learns whether it worked.
   *
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * session.resetSessionTimeOut();
   * ```
   */
  resetSessionTimeOut(): void {
    this.#console.tell("resetSessionTimeOut", []);
  }
}
