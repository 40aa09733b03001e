import type { CallLog, FollowUpTask } from "../host/host.ts";
import { isComplete } from "../line/protocol-log.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import { isInternal } from "../numbers/internal.ts";
import type { EndReason } from "../telephony/call.ts";

/** What the CRM's reports count: in English, whatever the agent reads. */
const dispositions: Record<EndReason["kind"], string> = {
  hungUp: "Answered",
  cancelled: "Cancelled",
  answeredElsewhere: "Answered elsewhere",
  busy: "Busy",
  declined: "Declined",
  noAnswer: "No answer",
  notFound: "Number not found",
  unavailable: "Unavailable",
  congested: "Network busy",
  forbidden: "Not allowed",
  incomplete: "Number incomplete",
  outOfOrder: "Out of order",
  redirected: "Redirected",
  microphone: "Failed",
  media: "Failed",
  connectionLost: "Connection lost",
  interrupted: "Interrupted",
  abandoned: "Answered",
  transferred: "Transferred",
  replaced: "Answered",
  refused: "Failed",
};

/** The call as the CRM is to remember it; `undefined` while it is up, or when there is nothing to remember. */
export function logOf(call: CallSnapshot): CallLog | undefined {
  const { state, record } = call;
  if (state.phase !== "ended") return undefined;
  const { at, reason, connectedAt } = state;
  if (connectedAt === undefined && isNoCall(reason)) return undefined;
  return {
    direction: directionOf(call),
    seconds: connectedAt === undefined ? 0 : Math.round((at - connectedAt) / 1000),
    callId: call.id,
    notes: call.notes,
    startedAt: call.startedAt,
    ...written(call, reason),
    ...saved(call),
    ...aboutRecord(record),
  };
}

/** What the agent wrote, and where they wrote nothing, what the phone writes. */
function written(call: CallSnapshot, reason: EndReason) {
  const { subject = "", disposition, type } = call.draft ?? {};
  return {
    subject: subject === "" ? subjectOf(call) : subject,
    disposition: disposition ?? outcomeOf(call, reason),
    ...(type && { type }),
  };
}

/** What is still to be done after a call, where the agent wrote what and when. */
export function followUpOf({ draft, record, deeds }: CallSnapshot): FollowUpTask | undefined {
  const { followUp } = draft ?? {};
  if (!isComplete(followUp)) return undefined;
  const { id } = deeds.followUp ?? {};
  const { subject, on } = followUp;
  return {
    ...{ subject, on },
    ...aboutRecord(record),
    ...(id !== undefined && { savedId: id }),
  };
}

function aboutRecord(record: CallSnapshot["record"]): Pick<CallLog, "record"> {
  return record ? { record: { ...record, name: record.name ?? "" } } : {};
}

/** Who a call is with, and whether it stays in the company. */
export function directionOf({ direction, remote }: CallSnapshot): CallLog["direction"] {
  return isInternal(remote.number) ? "internal" : direction;
}

function saved({ deeds: { logId } }: CallSnapshot): Pick<CallLog, "savedId"> {
  return logId === undefined ? {} : { savedId: logId };
}

function isMissed(call: CallSnapshot, { kind }: EndReason): boolean {
  return call.direction === "incoming" && (kind === "cancelled" || wasCutOff(call));
}

/** The line went with its page while it rang here, or there. */
export function wasCutOff({ state }: Pick<CallSnapshot, "state">): boolean {
  if (state.phase !== "ended" || state.connectedAt !== undefined) return false;
  return state.reason.kind === "interrupted";
}

/** Nothing left this machine, or a colleague has it. */
function isNoCall({ kind }: EndReason): boolean {
  return kind === "microphone" || kind === "media" || kind === "answeredElsewhere";
}

function outcomeOf(call: CallSnapshot, reason: EndReason): string {
  if (isMissed(call, reason)) return "Missed";
  const { state } = call;
  const gaveUp = reason.kind === "abandoned" && !(state.phase === "ended" && state.connectedAt);
  return dispositions[gaveUp ? "cancelled" : reason.kind];
}

/** What a log is called unless the agent calls it otherwise. */
function subjectOf({ direction, remote, record }: CallSnapshot): string {
  const name = record?.name ?? remote.name;
  const who = name ? `${name} (${remote.number})` : remote.number;
  return direction === "incoming" ? `Call from ${who}` : `Call to ${who}`;
}
