import type { Signal } from "@preact/signals";
import type { CrmPage, OpenOptions } from "../../host/call-layout.ts";
import type { CrmRecord } from "../../host/host.ts";
import type { CallSnapshot } from "../../line/protocol.ts";
import { codeOf } from "../crm-model.ts";
import type { Caller, Crm } from "./caller.ts";
import { opensAnew, whatOpens, type Situation } from "./pop-rule.ts";
import { directionOf } from "../call-log.ts";

/** What is known of the other sides of calls, by call. */
export type Callers = Signal<ReadonlyMap<string, Caller>>;

/** Pages that were not opened over one that is being edited, by call. */
export type Held = Signal<ReadonlyMap<string, CrmPage>>;

/** Opens pages because the agent asks for them; over one that is being edited only when they ask twice. */
export class Hand {
  readonly #callers: Callers;
  readonly #held: Held;

  constructor(callers: Callers, held: Held) {
    this.#callers = callers;
    this.#held = held;
  }

  /** What the administrator chose for the call; where that is nothing, the record or the search. */
  async show(call: CallSnapshot, crm: Crm): Promise<void> {
    const caller = this.#callers.peek().get(call.id);
    const { record } = call;
    const situation = caller && situationOf(call, crm, caller);
    // The agent's word, or a click, says more than a search.
    const isChosen = record && caller?.found.records.length !== 1;
    if (isChosen || !situation) await this.open(call, crm, pageFor(call));
    else if (opensAnew(situation)) await crm.host.findAndPop(caller.texts, directionOf(call));
    else await this.open(call, crm, whatOpens({ ...situation, moment: "hand" }) ?? pageFor(call));
  }

  async open(call: CallSnapshot, { host }: Crm, page: CrmPage): Promise<void> {
    const isAskedAgain = this.#held.peek().get(call.id) === page;
    if (!isAskedAgain && (await isInTheWay(host))) {
      this.hold(call, page);
      return;
    }
    this.#release(call);
    await host.openPage(page, optionsFor(call, page, this.#callers.peek().get(call.id)));
  }

  async openHeld(call: CallSnapshot, crm: Crm): Promise<void> {
    const page = this.#held.peek().get(call.id);
    if (page) await this.open(call, crm, page);
  }

  hold(call: CallSnapshot, page: CrmPage): void {
    this.#held.value = new Map(this.#held.peek()).set(call.id, page);
  }

  #release({ id }: CallSnapshot): void {
    if (!this.#held.peek().has(id)) return;
    this.#held.value = new Map([...this.#held.peek()].filter(([call]) => call !== id));
  }
}

/** What there is to show of a call where nothing else is known. */
function pageFor({ record, remote }: CallSnapshot): CrmPage {
  return record ? { shows: "record", record } : { shows: "search", text: remote.number };
}

/** Whether a page that opens takes the place of one that is being edited. In a console it gets a tab of its own. */
export async function isInTheWay(host: Crm["host"]): Promise<boolean> {
  if (host.surface !== "tabs") return false;
  return host.isEditing().catch((error: unknown) => {
    codeOf(error);
    return false;
  });
}

/** All that decides what opens for a call now; `undefined` where only the CRM knows. */
export function situationOf(
  call: CallSnapshot,
  { settings }: Crm,
  { found, layout }: Caller,
): Situation | undefined {
  return (
    layout && {
      ...{ layout, found },
      direction: directionOf(call),
      moment: call.state.phase === "connected" ? "answer" : "ring",
      when: settings.calls.pop,
      number: call.remote.number,
    }
  );
}

/** How a page opens for a call: where that is another record than the caller's, in the caller's tab. */
export function optionsFor(call: CallSnapshot, page: CrmPage, caller?: Caller): OpenOptions {
  const { found, within } = caller ?? {};
  const isOther = page.shows === "record" && found?.records[0]?.id === page.record.id;
  return {
    ...{ label: labelOf(call, page), call: call.id },
    ...(within && isOther && { within: { shows: "record", record: within, label: within.name } }),
  };
}

/** What a tab with the page is called: as its record is, else as the caller. */
function labelOf({ remote, record }: CallSnapshot, page: CrmPage): string {
  const shown: Partial<CrmRecord> = page.shows === "record" ? page.record : {};
  const known = shown.id === record?.id ? record?.name : undefined;
  return (
    [shown.name, known, remote.name].find((name) => name !== undefined && name !== "") ??
    remote.number
  );
}
