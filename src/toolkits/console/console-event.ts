import type { Answer } from "./answer.ts";
import { maybeNumber, maybeText, name, text } from "./answer.ts";
import type { AgentWork, PresenceStatusWithChannels } from "./presence-answers.ts";
import { agentWork, presenceStatusWithChannels } from "./presence-answers.ts";
import type { TabEvent } from "./tab-answers.ts";
import { tabEvent } from "./tab-answers.ts";

/** Names of the events that the console itself fires; the vendor's `sforce.console.ConsoleEvent`. */
export const ConsoleEvent = {
  /** Since API 30.0. */
  OPEN_TAB: "SFORCE_CONSOLE:OPEN_TAB",
  /** Since API 30.0. */
  CLOSE_TAB: "SFORCE_CONSOLE:CLOSE_TAB",
  /** Since API 31.0. The logout waits for listeners that work synchronously: do little. */
  CONSOLE_LOGOUT: "SFORCE_CONSOLE:LOGOUT",
  /** Since API 32.0. */
  PRESENCE: {
    LOGIN_SUCCESS: "SFORCE_PRESENCE:LOGIN_SUCCESS",
    STATUS_CHANGED: "SFORCE_PRESENCE:STATUS_CHANGED",
    LOGOUT: "SFORCE_PRESENCE:LOGOUT",
    WORK_ASSIGNED: "SFORCE_PRESENCE:WORK_ASSIGNED",
    WORK_ACCEPTED: "SFORCE_PRESENCE:WORK_ACCEPTED",
    WORK_DECLINED: "SFORCE_PRESENCE:WORK_DECLINED",
    WORK_CLOSED: "SFORCE_PRESENCE:WORK_CLOSED",
    WORKLOAD_CHANGED: "SFORCE_PRESENCE:WORKLOAD_CHANGED",
  },
} as const;

/** A tab was closed. */
export interface TabClosed extends TabEvent {
  /** The tab's own record, where `objectId` names its parent's: missing for an e-mail and for a case comment. */
  readonly tabObjectId: string | undefined;
}

/** The agent's workload changed, in units of capacity. On the wire these keys begin with capitals. */
export interface WorkloadChanged {
  readonly configuredCapacity: number | undefined;
  readonly previousWorkload: number | undefined;
  readonly newWorkload: number | undefined;
}

/** Another component fired an event of its own, or the agent used a keyboard shortcut. */
export interface CustomConsoleEvent {
  /**
   * Text from whichever page of the console fired the event: check it before use. For a keyboard shortcut it lists record
   * and tab of the primary tab, then of the subtab; what parts the four is not established.
   */
  readonly message: string;
}

/** An event that brings nothing but itself. */
export type BareEvent = Readonly<Record<string, never>>;

/** What each event brings, by the name it is listened for with. */
export interface ConsoleEvents {
  readonly "SFORCE_CONSOLE:OPEN_TAB": TabEvent;
  readonly "SFORCE_CONSOLE:CLOSE_TAB": TabClosed;
  readonly "SFORCE_CONSOLE:LOGOUT": BareEvent;
  readonly "SFORCE_PRESENCE:LOGIN_SUCCESS": { readonly statusId: string };
  readonly "SFORCE_PRESENCE:STATUS_CHANGED": PresenceStatusWithChannels;
  readonly "SFORCE_PRESENCE:LOGOUT": BareEvent;
  readonly "SFORCE_PRESENCE:WORK_ASSIGNED": AgentWork;
  readonly "SFORCE_PRESENCE:WORK_ACCEPTED": AgentWork;
  readonly "SFORCE_PRESENCE:WORK_DECLINED": AgentWork;
  readonly "SFORCE_PRESENCE:WORK_CLOSED": AgentWork;
  readonly "SFORCE_PRESENCE:WORKLOAD_CHANGED": WorkloadChanged;
}

/** What the event of this name brings. */
export type EventOf<Name extends string> = Name extends keyof ConsoleEvents
  ? ConsoleEvents[Name]
  : CustomConsoleEvent;

// Spelled out, for a page that imports another chapter would else keep this table: computed keys look like an effect.
const decoders: {
  readonly [Name in keyof ConsoleEvents]: (answer: Answer) => ConsoleEvents[Name];
} = {
  "SFORCE_CONSOLE:OPEN_TAB": tabEvent,
  "SFORCE_CONSOLE:CLOSE_TAB": tabClosed,
  "SFORCE_CONSOLE:LOGOUT": bareEvent,
  "SFORCE_PRESENCE:LOGIN_SUCCESS": loginSuccess,
  "SFORCE_PRESENCE:STATUS_CHANGED": presenceStatusWithChannels,
  "SFORCE_PRESENCE:LOGOUT": bareEvent,
  "SFORCE_PRESENCE:WORK_ASSIGNED": agentWork,
  "SFORCE_PRESENCE:WORK_ACCEPTED": agentWork,
  "SFORCE_PRESENCE:WORK_DECLINED": agentWork,
  "SFORCE_PRESENCE:WORK_CLOSED": agentWork,
  "SFORCE_PRESENCE:WORKLOAD_CHANGED": workloadChanged,
};

/** The decoder for the events of a name. */
export function decoderOf<Name extends string>(eventType: Name): (answer: Answer) => EventOf<Name> {
  const found: unknown = Object.hasOwn(decoders, eventType)
    ? decoders[eventType as keyof ConsoleEvents]
    : customEvent;
  // The table's type ties each name to its event; the compiler cannot follow that through a conditional type.
  return found as (answer: Answer) => EventOf<Name>;
}

/** The manual's table spells `objectID`, its sample `objectId`. */
function tabClosed(answer: Answer): TabClosed {
  const { id, objectId } = tabEvent(answer);
  return {
    id,
    objectId: objectId ?? maybeText(answer, "objectID"),
    tabObjectId: maybeText(answer, "tabObjectId"),
  };
}

function loginSuccess(answer: Answer): { readonly statusId: string } {
  return { statusId: name(answer, "statusId") };
}

function workloadChanged(answer: Answer): WorkloadChanged {
  return {
    configuredCapacity: maybeNumber(answer, "ConfiguredCapacity"),
    previousWorkload: maybeNumber(answer, "PreviousWorkload"),
    newWorkload: maybeNumber(answer, "NewWorkload"),
  };
}

function bareEvent(): BareEvent {
  return {};
}

/** An event fired without a message brings empty text. */
function customEvent(answer: Answer): CustomConsoleEvent {
  return { message: answer.fields.message == null ? "" : text(answer, "message") };
}
