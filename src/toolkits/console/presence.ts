import { callback } from "./argument.ts";
import { Caller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type {
  AgentWorkload,
  ListedWork,
  PresenceChannel,
  PresenceStatus,
  PresenceStatusWithChannels,
} from "./presence-answers.ts";
import {
  agentWorkload,
  agentWorks,
  presenceChannels,
  presenceStatus,
  presenceStatusWithChannels,
} from "./presence-answers.ts";
import type { VendorPresence } from "./vendor.ts";

/**
 * Reads and sets the agent's presence in Omni-Channel, and answers the work it offers.
 *
 * Every promise rejects with `ToolkitError` only; `refused` also when the agent's profile does not allow a status.
 * To follow changes, see `ConsoleEvent.PRESENCE`. Works in the console, not in Classic's standard tabs.
 */
export class Presence {
  readonly #presence: Caller<VendorPresence>;

  constructor(link: ConsoleLink) {
    this.#presence = new Caller(link, ({ presence }) => presence);
  }

  /**
   * Signs the agent in to Omni-Channel with a status; also after a connection error. Since API 32.0.
   *
   * @param statusId - Id of a ServicePresenceStatus, `0N5...`.
   * @example
   * ```ts
   * await presence.login("0N5x00000000001");
   * ```
   */
  login(statusId: string): Promise<void> {
    return this.#presence.do("login", [statusId, callback]);
  }

  /**
   * Signs the agent out of Omni-Channel. Since API 32.0.
   *
   * @example
   * ```ts
   * await presence.logout();
   * ```
   */
  logout(): Promise<void> {
    return this.#presence.do("logout", [callback]);
  }

  /**
   * Tells the agent's status. Since API 32.0.
   *
   * @example
   * ```ts
   * const { statusApiName } = await presence.getServicePresenceStatusId();
   * ```
   */
  getServicePresenceStatusId(): Promise<PresenceStatus> {
    return this.#presence.get("getServicePresenceStatusId", [callback], presenceStatus);
  }

  /**
   * Lists the channels that the agent's status makes him available for. Since API 32.0.
   *
   * @example
   * ```ts
   * const channels = await presence.getServicePresenceStatusChannels();
   * ```
   */
  getServicePresenceStatusChannels(): Promise<PresenceChannel[]> {
    return this.#presence.get("getServicePresenceStatusChannels", [callback], presenceChannels);
  }

  /**
   * Sets the agent's status. Since API 32.0; from 35.0 it also signs him in.
   *
   * @param statusId - Id of a ServicePresenceStatus, `0N5...`.
   * @example
   * ```ts
   * const { channels } = await presence.setServicePresenceStatus("0N5x00000000001");
   * ```
   */
  setServicePresenceStatus(statusId: string): Promise<PresenceStatusWithChannels> {
    return this.#presence.get(
      "setServicePresenceStatus",
      [statusId, callback],
      presenceStatusWithChannels,
    );
  }

  /**
   * Lists the work that the agent was offered or has accepted. Since API 32.0.
   *
   * @example
   * ```ts
   * const offered = (await presence.getAgentWorks()).filter((work) => work.isEngaged === false);
   * ```
   */
  getAgentWorks(): Promise<ListedWork[]> {
    return this.#presence.get("getAgentWorks", [callback], agentWorks);
  }

  /**
   * Tells how much work the agent can take and has. Since API 35.0. The numbers travel as text.
   *
   * @example
   * ```ts
   * const { configuredCapacity, currentWorkload } = await presence.getAgentWorkload();
   * ```
   */
  getAgentWorkload(): Promise<AgentWorkload> {
    return this.#presence.get("getAgentWorkload", [callback], agentWorkload);
  }

  /**
   * Accepts work. Since API 32.0.
   *
   * @param workId - Id of an AgentWork record.
   * @example
   * ```ts
   * await presence.acceptAgentWork("0Bzx00000012345");
   * ```
   */
  acceptAgentWork(workId: string): Promise<void> {
    return this.#presence.do("acceptAgentWork", [workId, callback]);
  }

  /**
   * Declines work. Since API 32.0.
   *
   * The reason goes second even when there is none, for the script would take a callback in its place for the reason, as it
   * does with the manual's own sample; without one, empty text is sent instead of the text `undefined`.
   *
   * @example
   * ```ts
   * await presence.declineAgentWork("0Bzx00000012345", "On a call");
   * ```
   */
  declineAgentWork(workId: string, declineReason = ""): Promise<void> {
    return this.#presence.do("declineAgentWork", [workId, declineReason, callback]);
  }

  /**
   * Closes work that the agent has accepted. Since API 32.0.
   *
   * @example
   * ```ts
   * await presence.closeAgentWork("0Bzx00000012345");
   * ```
   */
  closeAgentWork(workId: string): Promise<void> {
    return this.#presence.do("closeAgentWork", [workId, callback]);
  }
}
