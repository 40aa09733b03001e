import type { Params } from "../../toolkits/opencti/index.ts";
import type { CallLog, CrmRecord, FollowUpTask } from "../host.ts";

const callTypes = { incoming: "Inbound", outgoing: "Outbound", internal: "Internal" } as const;

/** A call as the fields of a Salesforce Task. */
export function taskOf(call: CallLog): Params {
  return {
    Subject: call.subject.slice(0, 255),
    TaskSubtype: "Call",
    Status: "Completed",
    ActivityDate: localDate(new Date(call.startedAt)),
    CallType: callTypes[call.direction],
    CallDurationInSeconds: call.seconds,
    CallObject: call.callId.slice(0, 255),
    CallDisposition: call.disposition.slice(0, 255),
    Description: call.notes,
    ...(call.type && { Type: call.type }),
    ...call.fields,
    ...(call.savedId !== undefined && { Id: call.savedId }),
    ...(call.record && relation(call.record)),
  };
}

/** What is still to be done after a call, as a Task of its own. */
export function followUpOf({ subject, on, record, savedId }: FollowUpTask): Params {
  return {
    Subject: subject.slice(0, 255),
    ActivityDate: on,
    Status: "Not Started",
    Priority: "Normal",
    ...(savedId !== undefined && { Id: savedId }),
    ...(record && relation(record)),
  };
}

/** Fields without which a Task says nothing of a call; the others can be left out if need be. */
const needed = ["Id", "Subject", "Status", "ActivityDate", "Description", "WhoId", "WhatId"];

/**
 * The fields to try next when Salesforce refused to save these, and which of them are missing then: those that it names,
 * or all that can be left out. `undefined` when there are none.
 */
export function withoutRefused(fields: Params, reason: string): Reduced | undefined {
  const optional = Object.keys(fields).filter((name) => !needed.includes(name));
  const named = optional.filter((name) => new RegExp(`\\b${name}\\b`).test(reason));
  const left = named.length > 0 ? named : optional;
  if (left.length === 0) return undefined;
  const kept = Object.entries(fields).filter(([name]) => !left.includes(name));
  return { fields: Object.fromEntries(kept), left };
}

interface Reduced {
  readonly fields: Params;
  readonly left: readonly string[];
}

/** People go into WhoId, everything else into WhatId; the first three characters of an Id say which it is. */
function relation({ id }: CrmRecord): Params {
  const isPerson = id.startsWith("003") || id.startsWith("00Q");
  return isPerson ? { WhoId: id } : { WhatId: id };
}

/** The day on the agent's calendar, as `yyyy-mm-dd`. */
function localDate(day: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
