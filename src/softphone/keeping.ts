import type { HostError } from "../host/host.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import type { LineLink } from "./line-link.ts";
import { Logger, usualTimes, type LoggerTimes } from "./logger.ts";
import { Popper, type Crm, type Found } from "./popper.ts";

/** How the CRM can be reached just now: it is there, or it is known why not. */
export type Reach = { readonly crm: Crm } | { readonly problem: HostError["code"] };

/** Times of a {@link Keeping}, in milliseconds. */
export interface KeepingTimes extends LoggerTimes {
  /** How long another tab may take to load the page that it was opening for a caller. */
  readonly absence: number;
}

/** What a view does for the calls that are its to keep. Loaded apart: it has nothing to do before the CRM is there. */
export class Keeping {
  readonly #link: LineLink;
  readonly #popper: Popper;
  readonly #logger: Logger;

  constructor(link: LineLink, matches: Found, times: Partial<KeepingTimes> = {}) {
    const { absence = 3_000, ...others } = times;
    this.#link = link;
    this.#popper = new Popper(link, matches, absence);
    this.#logger = new Logger(link, { ...usualTimes, ...others });
  }

  keep(call: CallSnapshot, reach: Reach): void {
    if ("problem" in reach) {
      this.#logger.giveUp(call, reach.problem);
      return;
    }
    if (reach.crm.host.surface !== "none") this.#popper.keep(call, reach.crm);
    // While a call is wrapped up its log is the agent's: it is saved when they are done.
    if (!this.#isWrappedUp(call.id)) this.#logger.keep(call, reach.crm);
  }

  #isWrappedUp(call: string): boolean {
    const presence = this.#link.snapshot.peek()?.presence;
    return presence?.phase === "wrapUp" && presence.calls.includes(call);
  }

  /** Another view keeps the call. */
  leave(call: string): void {
    this.#popper.leave(call);
    this.#logger.leave(call);
  }

  dispose(): void {
    this.#popper.dispose();
    this.#logger.dispose();
  }
}
