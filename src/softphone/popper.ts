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
  /** Asked for by this view, until the line says `doing`: and what to do then. */
  readonly #asked = new Map<string, CallSnapshot["direction"] | "internal">();

  constructor(link: LineLink, matches: Found) {
    this.#link = link;
    this.#matches = matches;
  }

  keep(call: CallSnapshot, { host, settings }: Crm): void {
    const direction = this.#asked.get(call.id);
    if (direction !== undefined) {
      if (call.deeds.pop !== "doing") return;
      this.#asked.delete(call.id);
      void this.#pop(call, host, direction);
    } else if (call.state.phase === "ended") return;
    else if (isPopDue(call, settings.calls.pop)) this.#ask(call, directionOf(call));
    // The page that began to pop is gone, perhaps by the pop itself: only the record is missing.
    else if (isPopLost(call)) this.#ask(call, "outgoing");
  }

  /** Another view keeps the call now. */
  leave(call: string): void {
    this.#asked.delete(call);
  }

  #ask(call: CallSnapshot, direction: ReturnType<typeof directionOf>): void {
    this.#asked.set(call.id, direction);
    this.#tell(call, "doing");
  }

  async #pop(call: CallSnapshot, host: Host, direction: ReturnType<typeof directionOf>) {
    try {
      const { records } = await host.findAndPop(call.remote.number, direction);
      this.#matches.value = new Map(this.#matches.value).set(call.id, records);
      const [only, second] = records;
      if (only && !second) this.#link.send({ type: "setRecord", call: call.id, record: only });
      this.#tell(call, "done");
    } catch (error) {
      // Never a second page in the agent's face: what may have popped counts as popped.
      this.#tell(call, codeOf(error) === "silent" ? "done" : "failed");
    }
  }

  #tell({ id }: CallSnapshot, state: DeedState) {
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

/** A view that was popping died: it is not known whether a page opened, so none is opened again. */
function isPopLost({ deeds, record }: CallSnapshot): boolean {
  return deeds.pop === "maybe" && !record;
}
