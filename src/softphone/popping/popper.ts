import type { Settings } from "../../callcenter/schema.ts";
import type { CrmPage, Found } from "../../host/call-layout.ts";
import type { CallSnapshot, DeedState } from "../../line/protocol.ts";
import { loadPlans } from "../../numbers/load-plans.ts";
import { directionOf } from "../call-log.ts";
import { codeOf } from "../crm-model.ts";
import type { LineLink } from "../line-link.ts";
import { findCaller, type Caller, type Crm } from "./caller.ts";
import { isInTheWay, optionsFor, situationOf, type Callers, type Hand } from "./hand.ts";
import { opensAnew, whatOpens } from "./pop-rule.ts";

type Phase = CallSnapshot["state"]["phase"];

/** What is to be opened: a page, or whatever the CRM itself opens for the caller. */
type Plan = { readonly page?: CrmPage; readonly isCrms: boolean };

export interface PopperParts {
  readonly link: LineLink;
  readonly callers: Callers;
  readonly hand: Hand;
  /** Milliseconds that another tab may take to load the page it was opening. */
  readonly absence: number;
}

/** Looks for the other side of a call, and opens what the administrator chose for the outcome once. */
export class Popper {
  readonly #parts: PopperParts;
  /** Asked for by this view, until the line says `doing`: and what to do then. */
  readonly #asked = new Map<string, Plan>();
  /** Calls whose page is about to be opened. */
  readonly #opening = new Set<string>();
  /** Calls whose other side was looked for here: where that failed, as what the call was then. */
  readonly #looked = new Map<string, Phase | undefined>();
  /** Calls that another view kept while this one was there. */
  readonly #others = new Set<string>();
  /** Calls of which it is being found out whether their page was opened, and what stops that. */
  readonly #doubts = new Map<string, () => void>();

  constructor(parts: PopperParts) {
    this.#parts = parts;
  }

  keep(call: CallSnapshot, crm: Crm): void {
    const plan = this.#asked.get(call.id);
    if (plan) {
      if (call.deeds.pop !== "doing") return;
      this.#asked.delete(call.id);
      void this.#open(call, crm, plan);
    } else if (call.state.phase === "ended") this.#forget(call.id);
    else if (isWanted(call, crm.settings.calls.pop)) this.#serve(call, crm);
  }

  /** Another view keeps the call now. */
  leave(call: string): void {
    this.#asked.delete(call);
    this.#opening.delete(call);
    this.#others.add(call);
    this.#forget(call);
  }

  /** Forgets calls that are gone. */
  tidy(calls: ReadonlySet<string>): void {
    for (const known of [this.#looked, this.#others])
      for (const call of known.keys()) if (!calls.has(call)) known.delete(call);
  }

  dispose(): void {
    for (const stop of this.#doubts.values()) stop();
    this.#doubts.clear();
  }

  #serve(call: CallSnapshot, crm: Crm): void {
    // Whoever keeps calls in an effect does so again when somebody is found.
    const caller = this.#parts.callers.value.get(call.id);
    if (!caller) {
      if (this.#mayLook(call)) void this.#look(call, crm);
    } else if (call.deeds.pop === "none") {
      const plan = planFor(call, crm, caller);
      if (plan) this.#ask(call, plan);
    } else if (call.deeds.pop === "maybe") this.#doubt(call, crm, caller);
  }

  /** A CRM that did not answer while it rang may do so when the agent has. */
  #mayLook({ id, state }: CallSnapshot): boolean {
    const failedAs = this.#looked.get(id);
    return !this.#looked.has(id) || (failedAs !== undefined && failedAs !== state.phase);
  }

  async #look(call: CallSnapshot, crm: Crm): Promise<void> {
    this.#looked.set(call.id, undefined);
    void loadPlans();
    try {
      const caller = await findCaller(call, crm);
      this.#remember(call, caller);
      const answered = { ...call, state: { phase: "connected", since: 0 } } as const;
      if (call.deeds.pop === "none" && !planFor(answered, crm, caller)) this.#tell(call, "skipped");
    } catch (error) {
      codeOf(error);
      this.#looked.set(call.id, call.state.phase);
    }
  }

  #remember(call: CallSnapshot, caller: Caller): void {
    const [only, second] = caller.found.records;
    if (only && !second && mayRelate(call)) {
      const { id, object, name } = only;
      this.#parts.link.send({ type: "setRecord", call: call.id, record: { id, object, name } });
    }
    this.#parts.callers.value = new Map(this.#parts.callers.peek()).set(call.id, caller);
  }

  #ask(call: CallSnapshot, plan: Plan): void {
    this.#asked.set(call.id, plan);
    this.#tell(call, "doing");
  }

  async #open(call: CallSnapshot, { host }: Crm, plan: Plan): Promise<void> {
    this.#opening.add(call.id);
    const isInWay = !(plan.page && plan.isCrms) && (await isInTheWay(host));
    if (!this.#opening.delete(call.id)) return; // another view keeps the call now
    if (isInWay) this.#leaveToAgent(call, plan, "skipped");
    else await this.#openNow(call, host, plan);
  }

  async #openNow(call: CallSnapshot, host: Crm["host"], plan: Plan): Promise<void> {
    try {
      const asked = this.#sendFor(call, host, plan);
      // In the same task: if this document dies before it, nothing was asked; if after it, the line knows.
      this.#tell(call, "sent");
      const found = await asked;
      if (found) this.#learn(call, found);
      this.#tell(call, "done");
    } catch (error) {
      // Never a second page in the agent's face: what may have popped counts as popped.
      if (codeOf(error) === "silent") this.#tell(call, "done");
      else this.#leaveToAgent(call, plan, "failed");
    }
  }

  #leaveToAgent(call: CallSnapshot, { page }: Plan, state: DeedState): void {
    if (page) this.#parts.hand.hold(call, page);
    this.#tell(call, state);
  }

  #sendFor(
    call: CallSnapshot,
    host: Crm["host"],
    { page, isCrms }: Plan,
  ): Promise<Found | undefined> {
    const caller = this.#parts.callers.peek().get(call.id);
    if (isCrms || !page) return host.findAndPop(caller?.texts ?? [], directionOf(call));
    return host
      .openPage(page, { ...optionsFor(call, page, caller), spare: true })
      .then(() => undefined);
  }

  /** The CRM told what it found as it opened it: where it tells nothing before. */
  #learn(call: CallSnapshot, found: Found): void {
    const caller = this.#parts.callers.peek().get(call.id);
    if (!caller || caller.layout) return;
    this.#remember(call, { ...caller, found, matches: found.records });
  }

  /** The view that was opening the page is gone: perhaps by the page it opened, perhaps before that came. */
  #doubt(call: CallSnapshot, crm: Crm, caller: Caller): void {
    if (this.#doubts.has(call.id)) return;
    // We are in another tab than it was. If its page came, the softphone in that page will take the call over.
    const wait = this.#others.has(call.id) ? this.#parts.absence : 0;
    const timer = setTimeout(() => void this.#settle(call, crm, planFor(call, crm, caller)), wait);
    this.#doubts.set(call.id, () => clearTimeout(timer));
  }

  /** Opens the page unless the agent has it on the screen. In case of doubt it counts as opened. */
  async #settle(call: CallSnapshot, { host }: Crm, plan: Plan | undefined): Promise<void> {
    const page = mayPopAgain(call) ? plan?.page : undefined;
    const isDone = !page || (await isOnScreen(host, page));
    if (!this.#doubts.delete(call.id)) return;
    if (plan && !isDone) this.#ask(call, plan);
    else this.#tell(call, "done");
  }

  #forget(call: string): void {
    this.#doubts.get(call)?.();
    this.#doubts.delete(call);
  }

  #tell({ id }: CallSnapshot, state: DeedState | "sent") {
    this.#parts.link.send({ type: "deed", call: id, deed: "pop", state });
  }
}

/** Whoever cannot be asked is believed to show it. */
async function isOnScreen(host: Crm["host"], page: CrmPage): Promise<boolean> {
  return host.isShown(page).catch((error: unknown) => {
    codeOf(error);
    return true;
  });
}

/** What opens for a call at this moment by itself. */
function planFor(call: CallSnapshot, crm: Crm, caller: Caller): Plan | undefined {
  const situation = situationOf(call, crm, caller);
  if (!situation) return isLeftToCrm(call, crm.settings.calls.pop) ? { isCrms: true } : undefined;
  const page = whatOpens(situation);
  // A console has no windows but its tabs.
  return page && { page, isCrms: crm.host.surface === "tabs" && opensAnew(situation) };
}

/** Where the CRM cannot look without opening: what it finds is asked for when it may open. */
function isLeftToCrm(call: CallSnapshot, when: Settings["calls"]["pop"]): boolean {
  if (call.direction === "outgoing" || when === "ring") return true;
  return when === "answer" && call.state.phase === "connected";
}

/** Whether the other side has to be known here. */
function isWanted(call: CallSnapshot, when: Settings["calls"]["pop"]): boolean {
  if (call.direction === "outgoing") return !call.record;
  return when !== "never" && (!call.record || ["none", "maybe"].includes(call.deeds.pop));
}

/** Later it is the agent's word whose call this is. */
function mayRelate({ record, deeds }: CallSnapshot): boolean {
  return !record && ["none", "doing", "maybe"].includes(deeds.pop);
}

/** Twice at the most: a page whose address we do not recognise must not be opened again and again. */
function mayPopAgain(call: CallSnapshot): boolean {
  return directionOf(call) === "incoming" && (call.deeds.pops ?? 0) < 2;
}
