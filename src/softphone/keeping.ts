import type { Signal } from "@preact/signals";
import type { HostError } from "../host/host.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import type { LineLink } from "./line-link.ts";
import { Logger } from "./logger.ts";
import type { Crm } from "./popping/caller.ts";
import { Hand, type Callers, type Held } from "./popping/hand.ts";
import { Popper } from "./popping/popper.ts";
import { usualTimes, type SaverTimes } from "./saver.ts";

/** How the CRM can be reached just now: it is there, or it is known why not. */
export type Reach = { readonly crm: Crm } | { readonly problem: HostError["code"] };

/** Times of a {@link Keeping}, in milliseconds. */
export interface KeepingTimes extends SaverTimes {
  /** How long another tab may take to load the page that it was opening for a caller. */
  readonly absence: number;
}

/** What a {@link Keeping} finds out for the view. */
export interface KeepingNews {
  readonly callers: Callers;
  readonly held: Held;
}

/** What a view does for the calls that are its to keep. Loaded apart: it has nothing to do before the CRM is there. */
export class Keeping {
  /** Opens pages because the agent asks for them. */
  readonly hand: Hand;
  readonly #link: LineLink;
  readonly #news: KeepingNews;
  readonly #popper: Popper;
  readonly #logger: Logger;

  constructor(link: LineLink, news: KeepingNews, times: Partial<KeepingTimes> = {}) {
    const { absence = 3_000, ...others } = times;
    this.#link = link;
    const { callers, held } = news;
    this.#news = news;
    this.hand = new Hand(callers, held);
    this.#popper = new Popper({ link, callers, hand: this.hand, absence });
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

  /** Forgets what was found out for calls that are gone. */
  tidy(calls: readonly CallSnapshot[]): void {
    const ids = new Set(calls.map(({ id }) => id));
    forgetOthers(this.#news.callers, ids);
    forgetOthers(this.#news.held, ids);
    this.#popper.tidy(ids);
  }

  dispose(): void {
    this.#popper.dispose();
    this.#logger.dispose();
  }
}

function forgetOthers<Known>(known: Signal<ReadonlyMap<string, Known>>, ids: ReadonlySet<string>) {
  const left = [...known.peek()].filter(([call]) => ids.has(call));
  if (left.length < known.peek().size) known.value = new Map(left);
}
