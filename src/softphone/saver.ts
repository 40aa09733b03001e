import { withDeadline } from "../base/deadline.ts";
import { HostError } from "../host/host.ts";
import { savedOf, type Saving } from "../line/protocol-deeds.ts";
import type { CallSnapshot, DeedState, SavedDeed } from "../line/protocol.ts";
import { codeOf } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";

/** Times of a {@link Saver}, in milliseconds. */
export interface SaverTimes {
  /** How long an answer may take until the agent is told that nobody knows. */
  readonly patience: number;
  /** Pauses between a refusal and the next attempt; after the last the agent has to ask. */
  readonly pauses: readonly number[];
  /** How long notes rest before what is saved already is changed. */
  readonly rest: number;
}

export const usualTimes: SaverTimes = {
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

/** Saves one thing of each call once, and changes it when what it is made of changes. */
export class Saver {
  readonly #link: LineLink;
  readonly #times: SaverTimes;
  readonly #saving: Saving;
  /** Asked for by this view, until the line says `doing`: an older snapshot must not begin it again. */
  readonly #asked = new Set<string>();
  /** What is due later, by call. */
  readonly #timers = new Map<string, { readonly when: string; readonly stop: () => void }>();

  constructor(link: LineLink, times: SaverTimes, saving: Saving) {
    this.#link = link;
    this.#times = times;
    this.#saving = saving;
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

  /** `first`: how long it rests before it is saved for the first time. */
  keep(call: CallSnapshot, save: Save, { mayRetry = true, first = 0 } = {}): void {
    const { id, deeds } = call;
    const { state } = savedOf(deeds, this.#saving);
    if (state === "doing") this.#begin(id, save);
    else if (!this.#asked.has(id))
      this.#plan(call, mayRetry || state === "none" ? first : undefined);
  }

  #begin(id: string, save: Save): void {
    this.#wait(id);
    if (this.#asked.delete(id)) void this.#save(id, save());
  }

  /** There is nothing to save. */
  skip(call: CallSnapshot): void {
    if (savedOf(call.deeds, this.#saving).state === "none")
      this.#tell(call.id, { state: "skipped" });
  }

  #plan(call: CallSnapshot, first: number | undefined): void {
    const saved = savedOf(call.deeds, this.#saving);
    const milliseconds = first === undefined ? undefined : this.#pauseBefore(saved, first);
    const key = JSON.stringify([call.notes, call.record?.id, call.draft, saved]);
    if (milliseconds === 0) this.#ask(call.id);
    else this.#wait(call.id, milliseconds ? { key, milliseconds } : undefined);
  }

  /** Milliseconds until the next attempt; `undefined` when it is not ours to make one. */
  #pauseBefore({ state, id, attempts = 0, changed }: SavedDeed, first: number): number | undefined {
    if (state === "none") return first;
    // Changing what is known by its Id twice does no harm.
    if (state === "maybe" && id !== undefined) return this.#times.pauses[0];
    if (state === "failed") return this.#times.pauses[attempts - 1];
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
    const isLate = await withDeadline(answer, patience, "the answer").then(
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
    this.#link.send({ type: "deed", call, deed: this.#saving, ...news });
  }
}

/** Saves it, and returns the Id of what was saved, where that is told. */
type Save = () => Promise<string | undefined>;

/** Only a refusal is sure: an answer that is lost or makes no sense may have been a yes. */
function failure(error: unknown): News {
  const code = codeOf(error);
  if (code === "silent" || code === "failed") return { state: "maybe" };
  const reason = error instanceof HostError && code === "refused" ? error.message : "";
  return { state: "failed", ...(reason && { reason }) };
}
