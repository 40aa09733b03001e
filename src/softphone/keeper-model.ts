import {
  computed,
  createModel,
  effect,
  signal,
  type ReadonlySignal,
  type Signal,
} from "@preact/signals";
import type { CallSnapshot, DeedState } from "../line/protocol.ts";
import { HostError, type CrmRecord, type Host } from "../host/host.ts";
import type { Settings } from "../callcenter/schema.ts";
import { directionOf, logOf } from "./call-log.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";

/** Keeps the CRM informed of the calls that are this view's to keep: opens the caller's record, saves the log. */
export interface KeeperModel {
  /** Records that were found for a call's number, by call. */
  readonly matches: ReadonlySignal<ReadonlyMap<string, readonly CrmRecord[]>>;
  /** The CRM's own words on a log that was not saved, by call. */
  readonly refusals: ReadonlySignal<ReadonlyMap<string, string>>;
  /** The agent says which of several records a call is about. */
  choose(call: string, record: CrmRecord): void;
}

/** What {@link KeeperModel} needs. */
interface KeeperOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "status" | "host">;
}

type Found = Signal<ReadonlyMap<string, readonly CrmRecord[]>>;
type Refused = Signal<ReadonlyMap<string, string>>;

export const KeeperModel = createModel<KeeperModel, [options: KeeperOptions]>(({ link, crm }) => {
  const matches: Found = signal(new Map());
  const refusals: Refused = signal(new Map());
  const popper = new Popper(link, matches);
  const logger = new Logger(link, refusals);

  const ours = computed(
    () => link.snapshot.value?.calls.filter(({ keeper }) => keeper === link.view) ?? [],
  );

  effect(() => {
    const status = crm.status.value;
    if (status.phase === "failed")
      for (const call of ours.value) logger.giveUp(call, status.problem);
    const host = crm.host.value;
    if (!host || host.surface === "none" || status.phase !== "ready") return;
    for (const call of ours.value) {
      popper.keep(call, { host, settings: status.settings });
      logger.keep(call, { host, settings: status.settings });
    }
  });

  return {
    matches,
    refusals,
    choose(call, record) {
      link.send({ type: "setRecord", call, record });
      crm.host.value?.openRecord(record).catch(codeOf);
    },
  };
});

interface Crm {
  readonly host: Host;
  readonly settings: Settings;
}

/** Looks for the other side of a call once, and opens what the administrator chose for the outcome. */
class Popper {
  readonly #link: LineLink;
  readonly #matches: Found;
  /** Begun by this view; the line's snapshot tells so a little later. */
  readonly #begun = new Set<string>();

  constructor(link: LineLink, matches: Found) {
    this.#link = link;
    this.#matches = matches;
  }

  keep(call: CallSnapshot, { host, settings }: Crm): void {
    if (this.#begun.has(call.id) || call.state.phase === "ended") return;
    if (isPopDue(call, settings.calls.pop)) void this.#pop(call, host, directionOf(call));
    // The page that began to pop is gone, perhaps by the pop itself: only the record is missing.
    else if (isPopLost(call)) void this.#pop(call, host, "outgoing");
  }

  async #pop(call: CallSnapshot, host: Host, direction: ReturnType<typeof directionOf>) {
    this.#begun.add(call.id);
    this.#tell(call, "doing");
    try {
      const { records } = await host.findAndPop(call.remote.number, direction);
      this.#matches.value = new Map(this.#matches.value).set(call.id, records);
      const [only, second] = records;
      if (only && !second) this.#link.send({ type: "setRecord", call: call.id, record: only });
      this.#tell(call, "done");
    } catch (error) {
      this.#tell(call, codeOf(error) === "silent" ? "maybe" : "failed");
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

function isPopLost({ deeds, record }: CallSnapshot): boolean {
  return (deeds.pop === "doing" || deeds.pop === "maybe") && !record;
}

/** Saves the log of each ended call once. */
class Logger {
  readonly #link: LineLink;
  readonly #refusals: Refused;
  /** Begun by this view, until a snapshot says how it went: an older snapshot must not begin it again. */
  readonly #begun = new Set<string>();

  constructor(link: LineLink, refusals: Refused) {
    this.#link = link;
    this.#refusals = refusals;
  }

  keep(call: CallSnapshot, { host, settings }: Crm): void {
    const entry = settings.calls.log ? logOf(call) : undefined;
    if (!entry || !this.#isDue(call)) return;
    this.#begun.add(call.id);
    void this.#save(call.id, () => host.saveCall(entry));
  }

  /** There is no CRM to save to. */
  giveUp(call: CallSnapshot, problem: HostError["code"]): void {
    if (!logOf(call) || !this.#isDue(call)) return;
    this.#begun.add(call.id);
    void this.#save(call.id, () => Promise.reject(new HostError(problem, "")));
  }

  #isDue({ id, deeds: { log } }: CallSnapshot): boolean {
    if (log === "none") return !this.#begun.has(id);
    if (log !== "doing") this.#begun.delete(id);
    // The view that was saving is gone: nobody knows whether it was done.
    else if (!this.#begun.has(id)) this.#tell(id, { state: "maybe" });
    return false;
  }

  async #save(id: string, save: () => Promise<string | undefined>) {
    this.#tell(id, { state: "doing" });
    try {
      const logId = await save();
      this.#tell(id, { state: "done", ...(logId !== undefined && { logId }) });
    } catch (error) {
      const silent = codeOf(error) === "silent";
      const words = error instanceof HostError && error.code === "refused" ? error.message : "";
      this.#refusals.value = new Map(this.#refusals.value).set(id, words);
      this.#tell(id, { state: silent ? "maybe" : "failed" });
    }
  }

  #tell(call: string, news: { state: DeedState; logId?: string }) {
    this.#link.send({ type: "deed", call, deed: "log", ...news });
  }
}
