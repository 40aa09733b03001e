import type { Signal } from "@preact/signals";
import { withDeadline } from "../base/deadline.ts";
import type { Settings } from "../callcenter/schema.ts";
import type { CrmRecord, Host } from "../host/host.ts";
import type { CallSnapshot, DeedState } from "../line/protocol.ts";
import { loadPlans } from "../numbers/load-plans.ts";
import { searchVariants } from "../numbers/search-variants.ts";
import { directionOf } from "./call-log.ts";
import { codeOf } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";

/** The CRM, ready to be asked. */
export interface Crm {
  readonly host: Host;
  readonly settings: Settings;
}

/** Records that were found for a call's number, by call. */
export type Found = Signal<ReadonlyMap<string, readonly CrmRecord[]>>;

/** Looks for the other side of a call once, and opens what the administrator chose for the outcome. */
export class Popper {
  readonly #link: LineLink;
  readonly #matches: Found;
  readonly #absence: number;
  /** Asked for by this view, until the line says `doing`: and what to do then. */
  readonly #asked = new Map<string, CallSnapshot["direction"] | "internal">();
  /** Calls whose number is being put into the ways to look for it. */
  readonly #popping = new Set<string>();
  /** Calls that another view kept while this one was there. */
  readonly #others = new Set<string>();
  /** Calls of which it is being found out whether their record was opened, and what stops that. */
  readonly #doubts = new Map<string, () => void>();

  /** @param absence - Milliseconds that another tab may take to load the page it was opening. */
  constructor(link: LineLink, matches: Found, absence: number) {
    this.#link = link;
    this.#matches = matches;
    this.#absence = absence;
  }

  keep(call: CallSnapshot, crm: Crm): void {
    const direction = this.#asked.get(call.id);
    if (direction !== undefined) {
      if (call.deeds.pop !== "doing") return;
      this.#asked.delete(call.id);
      void this.#pop(call, crm, direction);
    } else if (call.state.phase === "ended") this.#forget(call.id);
    else if (isPopDue(call, crm.settings.calls.pop)) this.#ask(call, directionOf(call));
    else if (isPopLost(call)) this.#doubt(call, crm);
  }

  /** Another view keeps the call now. */
  leave(call: string): void {
    this.#asked.delete(call);
    this.#popping.delete(call);
    this.#others.add(call);
    this.#forget(call);
  }

  dispose(): void {
    for (const stop of this.#doubts.values()) stop();
    this.#doubts.clear();
  }

  #ask(call: CallSnapshot, direction: ReturnType<typeof directionOf>): void {
    this.#asked.set(call.id, direction);
    void loadPlans(); // while the line writes it down
    this.#tell(call, "doing");
  }

  async #pop(call: CallSnapshot, crm: Crm, direction: ReturnType<typeof directionOf>) {
    this.#popping.add(call.id);
    const ways = await waysOf(call, crm);
    if (!this.#popping.delete(call.id)) return; // another view keeps the call now
    try {
      const asked = crm.host.findAndPop(ways, direction);
      // In the same task: if this document dies before it, nothing was asked; if after it, the line knows.
      this.#tell(call, "sent");
      const { records } = await asked;
      this.#matches.value = new Map(this.#matches.value).set(call.id, records);
      const [only, second] = records;
      if (only && !second) this.#link.send({ type: "setRecord", call: call.id, record: only });
      this.#tell(call, "done");
    } catch (error) {
      // Never a second page in the agent's face: what may have popped counts as popped.
      this.#tell(call, codeOf(error) === "silent" ? "done" : "failed");
    }
  }

  /** The view that was opening the record is gone: perhaps by the page it opened, perhaps before that came. */
  #doubt(call: CallSnapshot, crm: Crm): void {
    if (this.#doubts.has(call.id)) return;
    // We are in another tab than it was. If its page came, the softphone in that page will take the call over.
    const wait = this.#others.has(call.id) ? this.#absence : 0;
    const timer = setTimeout(() => void this.#settle(call, crm), wait);
    this.#doubts.set(call.id, () => clearTimeout(timer));
  }

  /** Opens the record unless the agent has it on the screen; then, and in case of doubt, only looks it up. */
  async #settle(call: CallSnapshot, crm: Crm) {
    const isShown = !mayPopAgain(call) || (await isOnScreen(call, crm));
    if (this.#doubts.delete(call.id)) this.#ask(call, isShown ? "outgoing" : directionOf(call));
  }

  #forget(call: string): void {
    this.#doubts.get(call)?.();
    this.#doubts.delete(call);
  }

  #tell({ id }: CallSnapshot, state: DeedState | "sent") {
    this.#link.send({ type: "deed", call: id, deed: "pop", state });
  }
}

function isPopDue(call: CallSnapshot, moment: Settings["calls"]["pop"]): boolean {
  if (call.deeds.pop !== "none") return false;
  // Nothing opens for a call we make; the search only finds the record for the log.
  if (call.direction === "outgoing") return !call.record;
  if (moment === "ring") return true;
  return moment === "answer" && call.state.phase === "connected";
}

/** A view that was popping died, and no record is known. */
function isPopLost({ deeds, record }: CallSnapshot): boolean {
  return deeds.pop === "maybe" && !record;
}

/** Twice at the most: a page whose address we do not recognise must not be opened again and again. */
function mayPopAgain(call: CallSnapshot): boolean {
  return directionOf(call) === "incoming" && (call.deeds.pops ?? 0) < 2;
}

async function isOnScreen(call: CallSnapshot, crm: Crm): Promise<boolean> {
  const ways = await waysOf(call, crm);
  return crm.host.showsCaller(ways).catch((error: unknown) => {
    codeOf(error);
    return true;
  });
}

/** How long a caller's record may wait for the numbering plans, in milliseconds. */
const patience = 300;

/** The ways in which the other side's number may be written in the CRM. */
async function waysOf({ remote }: CallSnapshot, { settings }: Crm): Promise<readonly string[]> {
  if (settings.calls.search === "received") return [remote.number];
  const plans = await withDeadline(loadPlans(), patience, "numbering plans").catch(() => undefined);
  return searchVariants(remote.number, { plans, homeCountry: settings.numbers.homeCountry });
}
