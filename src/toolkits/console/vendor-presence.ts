import type { Callback } from "./vendor-callbacks.ts";

/**
 * The manual's chapter on Omni-Channel: `sforce.console.presence`.
 *
 * @internal
 */
export interface VendorPresence {
  login(statusId: string, callback?: Callback): void;
  logout(callback?: Callback): void;
  getServicePresenceStatusId(callback?: Callback): void;
  getServicePresenceStatusChannels(callback?: Callback): void;
  setServicePresenceStatus(statusId: string, callback?: Callback): void;
  getAgentWorks(callback?: Callback): void;
  getAgentWorkload(callback?: Callback): void;
  acceptAgentWork(workId: string, callback?: Callback): void;
  /** The manual's sample leaves the reason out; 57.0 then takes the callback for the reason. */
  declineAgentWork(workId: string, declineReason: string, callback?: Callback): void;
  closeAgentWork(workId: string, callback?: Callback): void;
}
