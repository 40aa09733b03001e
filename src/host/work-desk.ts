import type { Listenable } from "../base/emitter.ts";

/** The agent's status in the CRM's own distribution of work. */
export interface WorkStatus {
  readonly id: string;
  /** As agents know it. */
  readonly name: string;
}

export interface WorkDeskEvents {
  /** The agent, or somebody for them, chose another status; also when it was us. */
  statusChanged: { readonly status: WorkStatus };
  signedOut: Record<string, never>;
  /** Work was accepted, declined or closed. */
  workChanged: Record<string, never>;
}

/** Where the CRM hands out other work than calls: chats, cases. Rejects with `HostError` only. */
export interface WorkDesk extends Listenable<WorkDeskEvents> {
  /** `undefined` while the agent is signed out of it. */
  status(): Promise<WorkStatus | undefined>;
  setStatus(id: string): Promise<void>;
  /** Whether the agent is at some work that was accepted. */
  isAtWork(): Promise<boolean>;
}
