import type { Params } from "../../toolkits/opencti/index.ts";
import type { CallLog, CrmRecord } from "../host.ts";

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
    ...(call.savedId !== undefined && { Id: call.savedId }),
    ...(call.record && relation(call.record)),
  };
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
