import type { Stop } from "../../base/emitter.ts";
import type { WorkDesk, WorkStatus } from "../../host/work-desk.ts";
import type { Availability, PresenceSnapshot } from "../../line/protocol.ts";
import { codeOf } from "../crm-model.ts";

/** What a status of the CRM's means for the phone. */
type Kind = "available" | "onCall" | "away";

export interface WorkSyncOptions {
  readonly desk: WorkDesk;
  /** The Id of the CRM's status for each; `onCall` may be empty. */
  readonly statuses: Readonly<Record<Kind, string>>;
  /** Makes the phone ready or not. */
  readonly tell: (availability: Availability) => void;
}

/** Milliseconds in which the CRM tells of a status that we set. */
const echoTime = 5_000;

/**
 * Keeps the phone and the CRM's distribution of other work in step: a call makes the agent busy there, a chat here.
 *
 * Nothing goes back and forth, as only what changes on one side is told to the other, and what the CRM tells because we
 * set it is known as our own echo.
 */
export class WorkSync {
  readonly #options: WorkSyncOptions;
  readonly #stops: readonly Stop[];
  #presence: PresenceSnapshot | undefined;
  /** The CRM's status; `undefined` while the agent is signed out there. */
  #known: WorkStatus | undefined;
  #target: Kind | undefined;
  #pushing = false;
  #echoes: readonly { readonly id: string; readonly until: number }[] = [];

  constructor(options: WorkSyncOptions) {
    const { desk } = (this.#options = options);
    this.#stops = [
      desk.on("statusChanged", ({ status }) => this.#hear(status)),
      desk.on("signedOut", () => (this.#known = undefined)),
      desk.on("workChanged", () => void this.#lookAtWork()),
    ];
  }

  /** Begins with what is there: an agent who is away in the CRM is not ready here. */
  async start(presence: PresenceSnapshot): Promise<void> {
    this.#known = await this.#options.desk.status().catch(() => undefined);
    this.#presence = presence;
    const isAway = this.#known && kindOf(this.#known.id, this.#options) === "away";
    if (this.#known && isAway && presence.chosen.ready) {
      this.#target = kindFor(presence);
      this.#tellOf(this.#known);
    } else this.follow(presence);
    await this.#lookAtWork();
  }

  /** The phone's state, again and again. */
  follow(presence: PresenceSnapshot): void {
    this.#presence = presence;
    const target = kindFor(presence);
    if (target === this.#target) return;
    this.#target = target;
    void this.#push();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  /** One status at a time, and of those that were wished meanwhile only the last. */
  async #push(): Promise<void> {
    if (this.#pushing) return;
    this.#pushing = true;
    try {
      for (let wish = this.#wish(); wish; wish = this.#wish()) await this.#set(wish);
    } catch (error) {
      codeOf(error);
    } finally {
      this.#pushing = false;
    }
  }

  async #set(id: string): Promise<void> {
    const { desk } = this.#options;
    this.#echoes = [...this.#echoes, { id, until: Date.now() + echoTime }];
    try {
      await desk.setStatus(id);
      // Unless they were signed out meanwhile.
      this.#known &&= { id, name: "" };
    } catch (error) {
      this.#echoes = this.#echoes.filter((echo) => echo.id !== id);
      throw error;
    }
  }

  /** The Id of the status that is missing there. */
  #wish(): string | undefined {
    const { statuses } = this.#options;
    if (!this.#known || !this.#target) return undefined;
    if (kindOf(this.#known.id, this.#options) === this.#target) return undefined;
    const id = statuses[this.#target] || statuses.away;
    return id && !isSame(id, this.#known.id) ? id : undefined;
  }

  #hear(status: WorkStatus): void {
    const now = Date.now();
    const echoes = this.#echoes.filter(({ until }) => until > now);
    const ours = echoes.findIndex(({ id }) => isSame(id, status.id));
    this.#echoes = echoes.slice(ours + 1);
    this.#known = status;
    if (ours < 0) this.#tellOf(status);
  }

  /** The agent chose a status there. */
  #tellOf(status: WorkStatus): void {
    const chosen = this.#presence?.chosen;
    if (!chosen) return;
    const wanted = this.#availabilityOf(status);
    // What was accepted still keeps them busy.
    if (wanted.ready && chosen.by === "work") return;
    const isNews =
      wanted.ready !== chosen.ready || (wanted.reason ?? chosen.reason) !== chosen.reason;
    if (isNews) this.#options.tell(wanted);
  }

  /** The administrator's own status for "not ready" says no more than that; another's name is the reason. */
  #availabilityOf({ id, name }: WorkStatus): Availability {
    const { statuses } = this.#options;
    const ready = kindOf(id, this.#options) === "available";
    const saysMore = !ready && name !== "" && !isSame(id, statuses.away);
    return { ready, by: "agent", ...(saysMore && { reason: name }) };
  }

  async #lookAtWork(): Promise<void> {
    const isAtWork = await this.#options.desk.isAtWork().catch(() => undefined);
    const chosen = this.#presence?.chosen;
    if (!chosen || isAtWork === undefined) return;
    if (isAtWork && chosen.ready) this.#options.tell({ ready: false, by: "work" });
    if (!isAtWork && chosen.by === "work") this.#options.tell({ ready: true, by: "agent" });
  }
}

function kindFor({ phase, chosen }: PresenceSnapshot): Kind {
  if (phase === "onCall" || phase === "wrapUp") return "onCall";
  // At a chat the agent is ready for more of them: how many is the CRM's own affair.
  return chosen.ready || chosen.by === "work" ? "available" : "away";
}

function kindOf(id: string, { statuses }: Pick<WorkSyncOptions, "statuses">): Kind {
  if (isSame(id, statuses.available)) return "available";
  return isSame(id, statuses.onCall) && !isSame(id, statuses.away) ? "onCall" : "away";
}

/** Of 15 or 18 characters. */
function isSame(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15);
}
