import type { Answer } from "./answer.ts";
import { maybeFlag, maybeNumber, maybeText, name, number, records } from "./answer.ts";

/** A kind of work that an agent in some status can be given. */
export interface PresenceChannel {
  readonly channelId: string;
  readonly developerName: string | undefined;
}

/** A presence status as the agent has it. */
export interface PresenceStatus {
  /** Id of a ServicePresenceStatus, `0N5...`; public code shows 15 characters. Undefined when there is none. */
  readonly statusId: string | undefined;
  readonly statusName: string | undefined;
  readonly statusApiName: string | undefined;
}

/** A presence status that the agent was given, and what it makes him available for. */
export interface PresenceStatusWithChannels extends PresenceStatus {
  readonly channels: readonly PresenceChannel[];
}

/** A piece of work of Omni-Channel's. */
export interface AgentWork {
  /** Id of the AgentWork record. */
  readonly workId: string;
  /** Id of the record to work on. */
  readonly workItemId: string | undefined;
}

/** A piece of work on the agent's list. */
export interface ListedWork extends AgentWork {
  /** Whether the agent works on it; else it waits to be accepted. Undefined when the console does not say. */
  readonly isEngaged: boolean | undefined;
}

/** How much the agent can take and has taken, in units of capacity. */
export interface AgentWorkload {
  readonly configuredCapacity: number;
  readonly currentWorkload: number;
  /** Not every org's console sends the interruptible ones. */
  readonly configuredInterruptibleCapacity: number | undefined;
  readonly currentInterruptibleWorkload: number | undefined;
}

export function presenceStatus(answer: Answer): PresenceStatus {
  return {
    statusId: maybeText(answer, "statusId"),
    statusName: maybeText(answer, "statusName"),
    statusApiName: maybeText(answer, "statusApiName"),
  };
}

/** `channels` holds JSON text. */
export function presenceChannels(answer: Answer): PresenceChannel[] {
  return records(answer, "channels").map((channel) => ({
    channelId: name(channel, "channelId"),
    developerName: maybeText(channel, "developerName"),
  }));
}

export function presenceStatusWithChannels(answer: Answer): PresenceStatusWithChannels {
  return { ...presenceStatus(answer), channels: presenceChannels(answer) };
}

export function agentWork(answer: Answer): AgentWork {
  return { workId: name(answer, "workId"), workItemId: maybeText(answer, "workItemId") };
}

/** `works` holds JSON text. */
export function agentWorks(answer: Answer): ListedWork[] {
  return records(answer, "works").map((work) => ({
    ...agentWork(work),
    isEngaged: maybeFlag(work, "isEngaged"),
  }));
}

/** Numbers travel as text. */
export function agentWorkload(answer: Answer): AgentWorkload {
  return {
    configuredCapacity: number(answer, "configuredCapacity"),
    currentWorkload: number(answer, "currentWorkload"),
    configuredInterruptibleCapacity: maybeNumber(answer, "configuredInterruptibleCapacity"),
    currentInterruptibleWorkload: maybeNumber(answer, "currentInterruptibleWorkload"),
  };
}
