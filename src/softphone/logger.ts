import { withDeadline } from "../base/deadline.ts";
import { HostError, type CallLog } from "../host/host.ts";
import type { CallSnapshot, DeedState } from "../line/protocol.ts";
import { logOf } from "./call-log.ts";
import { wantedLog } from "./log-fields.ts";
import { codeOf } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";
import type { Crm } from "./popping/caller.ts";

/** Times of a {@link Logger}, in milliseconds. */
export interface LoggerTimes {
  /** How long an answer may take until the agent is told that nobody knows. */
  readonly patience: number;
  /** Pauses between a refusal and the next attempt; after the last the agent has to ask. */
  readonly pauses: readonly number[];
  /** How long notes rest before what is saved already is changed. */
  readonly rest: number;
}

export const usualTimes: LoggerTimes = {
  patience: 10_000,
  pauses: [2_000, 8_000, 30_000],
  rest: 1_500,
};

/** How saving went. */
type News = {
  readonly state: DeedState | "sent";
  readonly logId?: string;
  readonly reason?: string;
};

/** Saves the log of each ended call once, and changes it when the notes change. */
export class Logger {
  readonly #link: LineLink;
  readonly #times: LoggerTimes;
  /** Asked for by this view, until the line says `doing`: an older snapshot must not begin it again. */
  readonly #asked = new Set<string>();
  /** What is due later, by call. */
  readonly #timers = new Map<string, { readonly when: string; readonly stop: () => void }>();

  constructor(link: LineLink, times: LoggerTimes) {
    this.#link = link;
    this.#times = times;
  }

  keep(call: CallSnapshot, { host, settings }: Crm): void {
    if (call.state.phase !== "ended") return;
    const isWanted = settings.calls.log && host.surface !== "none";
    const entry = isWanted ? wantedLog(call, settings) : undefined;
    if (entry) this.#keep(call, () => host.saveCall(entry));
    else if (call.deeds.log === "none") this.#tell(call.id, { state: "skipped" });
  }

  /** There is no CRM to save to. */
  giveUp(call: CallSnapshot, problem: HostError["code"]): void {
    const log = logOf(call);
    if (log)
      this.#keep(call, () => Promise.reject(new HostError(problem, "")), { mayRetry: false });
  }

  /** Another view keeps the call now. */
  leave(call: string): void {
    this.#asked.delete(call);
    this.#wait(call);
  }

  dispose(): void {
    for (const { stop } of this.#timers.values()) stop();
    this.#timers.clear();
  }

  #keep(call: CallSnapshot, save: () => ReturnType<Save>, { mayRetry = true } = {}): void {
    const { id, deeds } = call;
    if (deeds.log !== "doing") {
      if (!this.#asked.has(id)) this.#plan(call, mayRetry || deeds.log === "none");
      return;
    }
    this.#wait(id);
    if (this.#asked.delete(id)) void this.#save(id, save());
  }

  #plan(call: CallSnapshot, isPossible: boolean): void {
    const milliseconds = isPossible ? this.#pauseBefore(call) : undefined;
    if (milliseconds === 0) this.#ask(call.id);
    else this.#wait(call.id, milliseconds ? { key: keyOf(call), milliseconds } : undefined);
  }

  /** Milliseconds until the next attempt; `undefined` when it is not ours to make one. */
  #pauseBefore({ deeds: { log, logId, attempts = 0, changed } }: CallSnapshot): number | undefined {
    if (log === "none") return 0;
    // Changing what is known by its Id twice does no harm.
    if (log === "maybe" && logId !== undefined) return this.#times.pauses[0];
    if (log === "failed") return this.#times.pauses[attempts - 1];
    return changed ? this.#times.rest : undefined;
  }

  #ask(id: string): void {
    this.#wait(id);
    this.#asked.add(id);
    this.#tell(id, { state: "doing" });
  }

  /** One timer for each call; a snapshot that changes nothing does not start it anew. */
  #wait(id: string, next?: { key: string; milliseconds: number }): void {
    const last = this.#timers.get(id);
    if (last && last.when === next?.key) return;
    last?.stop();
    this.#timers.delete(id);
    if (!next) return;
    const timer = setTimeout(() => this.#ask(id), next.milliseconds);
    this.#timers.set(id, { when: next.key, stop: () => clearTimeout(timer) });
  }

  async #save(id: string, answer: ReturnType<Save>): Promise<void> {
    this.#tell(id, { state: "sent" });
    const { patience } = this.#times;
    const isLate = await withDeadline(answer, patience, "the log").then(
      () => false,
      (error: unknown) => !(error instanceof HostError),
    );
    if (isLate) this.#tell(id, { state: "maybe" });
    try {
      const logId = await answer;
      this.#tell(id, { state: "done", ...(logId !== undefined && { logId }) });
    } catch (error) {
      if (!isLate || codeOf(error) !== "silent") this.#tell(id, failure(error));
    }
  }

  #tell(call: string, news: News): void {
    this.#link.send({ type: "deed", call, deed: "log", ...news });
  }
}

type Save = (log: CallLog) => Promise<string | undefined>;

const keyOf = ({ notes, record, draft, deeds }: CallSnapshot) =>
  JSON.stringify([notes, record?.id, draft, deeds.log, deeds.attempts]);

/** Only a refusal is sure: an answer that is lost or makes no sense may have been a yes. */
function failure(error: unknown): News {
  const code = codeOf(error);
  if (code === "silent" || code === "failed") return { state: "maybe" };
  const reason = error instanceof HostError && code === "refused" ? error.message : "";
  return { state: "failed", ...(reason && { reason }) };
}
