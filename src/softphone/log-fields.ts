import type { Settings } from "../callcenter/schema.ts";
import type { CallLog } from "../host/host.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import { logOf } from "./call-log.ts";

/** The call as this administrator wants it remembered; `undefined` when it is not to be. */
export function wantedLog(call: CallSnapshot, { log }: Pick<Settings, "log">): CallLog | undefined {
  const entry = logOf(call);
  if (!entry) return undefined;
  if (!isWanted(call, log)) return undefined;
  const fields = furtherFields(call, log);
  return {
    ...entry,
    ...(log.apex && { method: log.apex }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
  };
}

/** Conversations always are. */
function isWanted({ state, direction }: CallSnapshot, { missed, unanswered }: Settings["log"]) {
  if (state.phase === "ended" && state.connectedAt !== undefined) return true;
  return direction === "incoming" ? missed : unanswered;
}

/** What is saved beside the fields that every log has, by the names the administrator gave. */
export function furtherFields(
  call: CallSnapshot,
  log: Settings["log"],
): readonly (readonly [string, string])[] {
  const facts = factsOf(call, log.recordingHeader);
  const filled = log.fields.map(([name, value]) => [name, fill(value, facts)] as const);
  return [...filled, ["RecordTypeId", log.recordType] as const].filter(([, value]) => value !== "");
}

/** Puts what is known in place of `{name}`; what is not known leaves nothing. */
export function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{([\w-]+)\}/g, (_all, name: string) => facts[name.toLowerCase()] ?? "");
}

/** What can be named between braces, in small letters. */
export function factsOf(
  call: CallSnapshot,
  recordingHeader = "",
): Readonly<Record<string, string>> {
  const { remote, record, startedAt } = call;
  const at = new Date(startedAt);
  const headers = headersOf(call);
  return {
    ...headers,
    number: remote.number,
    name: remote.name ?? record?.name ?? "",
    record: record?.name ?? "",
    date: at.toLocaleDateString(),
    time: at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }),
    callid: call.id,
    recording: linkIn(headers[recordingHeader.toLowerCase()]),
    ...qualityOf(call),
  };
}

function headersOf({ attached = {} }: CallSnapshot): Readonly<Record<string, string>> {
  const came = Object.entries(attached);
  return Object.fromEntries(came.map(([name, value]) => [name.toLowerCase(), value]));
}

function qualityOf({ quality }: CallSnapshot): Readonly<Record<string, string>> {
  if (!quality) return { resumed: "0" };
  const resumed = String(quality.resumed);
  const loss = `${(quality.loss.average * 100).toFixed(1)} %`;
  return { mos: quality.mos.average.toFixed(1), loss, resumed };
}

/** A link that is only ever followed by whoever reads the log; anything else that a header holds is no link. */
function linkIn(given = ""): string {
  const address = given.trim().replace(/^<(.*)>$/, "$1");
  return /^https?:\/\/[^\s<>"']{1,500}$/.test(address) ? address : "";
}
