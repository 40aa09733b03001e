import { Emitter } from "../../base/emitter.ts";
import { sameRecord } from "./record-url.ts";
import { SalesforceError } from "./salesforce-error.ts";

/** A channel of Omni-Channel, as the wire tells it. */
export interface Channel {
  readonly channelId: string;
  readonly developerName: string;
}

/** A status an agent can choose. */
export interface PresenceStatus {
  readonly statusId: string;
  readonly statusName: string;
  readonly statusApiName: string;
  readonly channels: readonly Channel[];
}

/** A piece of work that Omni-Channel gave to the agent. */
export interface Work {
  readonly workItemId: string;
  readonly workId: string;
  readonly isEngaged: boolean;
}

export interface PresenceEvents {
  loggedIn: PresenceStatus;
  statusChanged: PresenceStatus;
  loggedOut: undefined;
  workAssigned: Work;
  workAccepted: Work;
  workDeclined: Work;
  workClosed: Work;
  workloadChanged: { readonly before: number; readonly now: number };
}

const channels = [{ channelId: "0N9j00000008OOo", developerName: "Case" }];

/** The statuses of an org that nobody has changed much. */
export const presenceStatuses: readonly PresenceStatus[] = [
  { statusId: "0N5j00000008QNQ", statusName: "Available", statusApiName: "Available", channels },
  { statusId: "0N5j00000008QNR", statusName: "Busy", statusApiName: "Busy", channels: [] },
  {
    statusId: "0N5j00000008QNS",
    statusName: "On a Call",
    statusApiName: "On_a_Call",
    channels: [],
  },
];

/** Omni-Channel for one agent: status, work, workload. */
export class PresenceDesk {
  readonly events = new Emitter<PresenceEvents>();
  readonly capacity = 5;
  #status: PresenceStatus | undefined;
  #works: readonly Work[] = [];

  /** The agent's status, for those who cannot go on without. */
  get status(): PresenceStatus {
    if (this.#status === undefined) throw new SalesforceError("notAllowed", "Not logged in");
    return this.#status;
  }

  /** The agent's status, if he is logged in. */
  get current(): PresenceStatus | undefined {
    return this.#status;
  }

  get works(): readonly Work[] {
    return this.#works;
  }

  /** Takes a status, and logs the agent in if he is not. */
  setStatus(statusId: string): PresenceStatus {
    const status = presenceStatuses.find((each) => sameRecord(each.statusId, statusId));
    if (status === undefined) throw new SalesforceError("notFound", `No status ${statusId}`);
    const wasOut = this.#status === undefined;
    this.#status = status;
    if (wasOut) this.events.emit("loggedIn", status);
    this.events.emit("statusChanged", status);
    return status;
  }

  logOut(): void {
    if (this.#status === undefined) return;
    this.#status = undefined;
    this.#works = [];
    this.events.emit("loggedOut", undefined);
  }

  /** Omni-Channel has something for the agent. */
  assign(workItemId: string): Work {
    const workId = `0Bzx${String(this.#works.length + 1).padStart(11, "0")}`;
    const work = { workItemId, workId, isEngaged: false };
    this.#works = [...this.#works, work];
    this.events.emit("workAssigned", work);
    this.#weigh(this.#works.length - 1);
    return work;
  }

  accept(workId: string): void {
    const work = { ...this.#find(workId), isEngaged: true };
    this.#works = this.#works.map((each) => (each.workId === work.workId ? work : each));
    this.events.emit("workAccepted", work);
  }

  decline(workId: string): void {
    const work = this.#find(workId);
    if (work.isEngaged) throw new SalesforceError("notAllowed", "The work was accepted already");
    this.#drop(work, "workDeclined");
  }

  close(workId: string): void {
    const work = this.#find(workId);
    if (!work.isEngaged) throw new SalesforceError("notAllowed", "The work was not accepted yet");
    this.#drop(work, "workClosed");
  }

  #find(workId: string): Work {
    const work = this.#works.find((each) => sameRecord(each.workId, workId));
    if (work === undefined) throw new SalesforceError("notFound", `No work ${workId}`);
    return work;
  }

  #drop(work: Work, event: "workDeclined" | "workClosed"): void {
    this.#works = this.#works.filter((each) => each !== work);
    this.events.emit(event, work);
    this.#weigh(this.#works.length + 1);
  }

  #weigh(before: number): void {
    this.events.emit("workloadChanged", { before, now: this.#works.length });
  }
}
