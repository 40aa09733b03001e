import { Emitter, type Stop } from "../../base/emitter.ts";
import {
  ConsoleEvent,
  Events,
  Presence,
  type ConsoleLink,
  type PresenceStatus,
} from "../../toolkits/console/index.ts";
import type { WorkDesk, WorkDeskEvents, WorkStatus } from "../work-desk.ts";
import { inOurTerms } from "./host-errors.ts";

const { LOGOUT, STATUS_CHANGED, WORK_ACCEPTED, WORK_CLOSED, WORK_DECLINED } = ConsoleEvent.PRESENCE;

/** Omni-Channel, which a console has and standard tabs have not. */
export class OmniChannel implements WorkDesk {
  readonly #presence: Presence;
  readonly #events = new Emitter<WorkDeskEvents>();

  constructor(link: ConsoleLink) {
    this.#presence = new Presence(link);
    const heard = new Events(link);
    heard.addEventListener(STATUS_CHANGED, (event) => {
      const status = statusOf(event);
      if (status) this.#events.emit("statusChanged", { status });
    });
    heard.addEventListener(LOGOUT, () => this.#events.emit("signedOut", {}));
    for (const name of [WORK_ACCEPTED, WORK_CLOSED, WORK_DECLINED])
      heard.addEventListener(name, () => this.#events.emit("workChanged", {}));
  }

  on<Name extends keyof WorkDeskEvents>(
    name: Name,
    listener: (event: WorkDeskEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  async status(): Promise<WorkStatus | undefined> {
    return statusOf(await inOurTerms(this.#presence.getServicePresenceStatusId()));
  }

  async setStatus(id: string): Promise<void> {
    await inOurTerms(this.#presence.setServicePresenceStatus(id));
  }

  async isAtWork(): Promise<boolean> {
    const works = await inOurTerms(this.#presence.getAgentWorks());
    return works.some(({ isEngaged }) => isEngaged === true);
  }
}

function statusOf({ statusId, statusName }: PresenceStatus): WorkStatus | undefined {
  return statusId === undefined ? undefined : { id: statusId, name: statusName ?? "" };
}
