import type { Signal } from "@preact/signals";
import type { Settings } from "../callcenter/schema.ts";
import type { CrmRecord, Host } from "../host/host.ts";
import type { CallSnapshot, DeedState } from "../line/protocol.ts";
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
      void this.#pop(call, crm.host, direction);
    } else if (call.state.phase === "ended") this.#forget(call.id);
    else if (isPopDue(call, crm.settings.calls.pop)) this.#ask(call, directionOf(call));
    else if (isPopLost(call)) this.#doubt(call, crm.host);
  }

  /** Another view keeps the call now. */
  leave(call: string): void {
    this.#asked.delete(call);
    this.#others.add(call);
    this.#forget(call);
  }

  dispose(): void {
    for (const stop of this.#doubts.values()) stop();
    this.#doubts.clear();
  }

  #ask(call: CallSnapshot, direction: ReturnType<typeof directionOf>): void {
    this.#asked.set(call.id, direction);
    this.#tell(call, "doing");
  }

  async #pop(call: CallSnapshot, host: Host, direction: ReturnType<typeof directionOf>) {
    try {
      const asked = host.findAndPop(call.remote.number, direction);
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
  #doubt(call: CallSnapshot, host: Host): void {
    if (this.#doubts.has(call.id)) return;
    // We are in another tab than it was. If its page came, the softphone in that page will take the call over.
    const wait = this.#others.has(call.id) ? this.#absence : 0;
    const timer = setTimeout(() => void this.#settle(call, host), wait);
    this.#doubts.set(call.id, () => clearTimeout(timer));
  }

  /** Opens the record unless the agent has it on the screen; then, and in case of doubt, only looks it up. */
  async #settle(call: CallSnapshot, host: Host) {
    const isShown = !mayPopAgain(call) || (await isOnScreen(call, host));
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

function isOnScreen({ remote }: CallSnapshot, host: Host): Promise<boolean> {
  return host.showsCaller(remote.number).catch((error: unknown) => {
    codeOf(error);
    return true;
  });
}
