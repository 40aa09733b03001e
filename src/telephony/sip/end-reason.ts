import type { EndReason } from "../call.ts";

/** What JsSIP's `ended` and `failed` tell, as far as it matters here. */
export interface SessionEnd {
  readonly originator: string;
  readonly cause: string;
  /** Status and phrase of the response that ended it. */
  readonly status?: number;
  readonly phrase?: string;
  /** The header `Reason` of the message that ended it. */
  readonly reason?: string;
  readonly wasConnected: boolean;
}

type By = { readonly by: "us" | "them" };

/** Puts the end of a SIP session into the terms of a call. */
export function endReason(end: SessionEnd): EndReason {
  const { status, reason = "", wasConnected } = end;
  const told = causeIn(reason);
  if (status !== undefined && !wasConnected) return byStatus(status, end.phrase, told);
  if (/cause\s*=\s*200|completed elsewhere/i.test(reason)) return { kind: "answeredElsewhere" };
  // The other side did not hang up: what carried the call broke.
  const isBroken = wasConnected && told?.kind === "congested";
  return isBroken ? { kind: "connectionLost" } : byCause(end);
}

/** What the telephone network says where SIP has one word for many things (RFC 3326, ITU-T Q.850). */
function causeIn(reason: string): EndReason | undefined {
  const [, cause] = /\bQ\.850\s*;[^,]*?\bcause\s*=\s*(\d+)/i.exec(reason) ?? [];
  return cause === undefined ? undefined : telephoneCauses[Number(cause)];
}

const congested: EndReason = { kind: "congested" };
const forbidden: EndReason = { kind: "forbidden" };

const telephoneCauses: Readonly<Record<number, EndReason>> = {
  1: { kind: "notFound" },
  2: { kind: "notFound" },
  3: { kind: "notFound" },
  17: { kind: "busy" },
  18: { kind: "noAnswer" },
  19: { kind: "noAnswer" },
  20: { kind: "unavailable" },
  21: { kind: "declined", by: "them" },
  22: { kind: "notFound" },
  27: { kind: "outOfOrder" },
  28: { kind: "incomplete" },
  ...{ 34: congested, 38: congested, 41: congested, 42: congested, 44: congested, 47: congested },
  ...{ 29: forbidden, 50: forbidden, 52: forbidden, 54: forbidden, 55: forbidden, 57: forbidden },
  58: { kind: "media" },
  65: { kind: "media" },
  88: { kind: "media" },
};

/** Statuses that say what happened by themselves; with the others the network's own cause says more. */
const plainStatuses = new Set([486, 487, 488, 600, 606]);

function byStatus(status: number, phrase = "", told?: EndReason): EndReason {
  const own = statuses[status];
  return (plainStatuses.has(status) ? own : (told ?? own)) ?? { kind: "refused", status, phrase };
}

const statuses: Readonly<Record<number, EndReason>> = {
  403: forbidden,
  404: { kind: "notFound" },
  408: { kind: "noAnswer" },
  410: { kind: "notFound" },
  430: { kind: "unavailable" },
  480: { kind: "unavailable" },
  484: { kind: "incomplete" },
  486: { kind: "busy" },
  487: { kind: "cancelled", by: "them" },
  488: { kind: "media" },
  600: { kind: "busy" },
  603: { kind: "declined", by: "them" },
  604: { kind: "notFound" },
  606: { kind: "media" },
  607: { kind: "declined", by: "them" },
};

function byCause({ cause, originator }: SessionEnd): EndReason {
  const by: By = { by: originator === "local" ? "us" : "them" };
  return causes[cause]?.(by) ?? { kind: "media" };
}

const connectionLost = (): EndReason => ({ kind: "connectionLost" });
const noAnswer = (): EndReason => ({ kind: "noAnswer" });

/** JsSIP's causes; what is not here is trouble with the audio. */
const causes: Readonly<Partial<Record<string, (by: By) => EndReason>>> = {
  Terminated: (by) => ({ kind: "hungUp", ...by }),
  Canceled: (by) => ({ kind: "cancelled", ...by }),
  Rejected: (by) => ({ kind: "declined", ...by }),
  "No Answer": noAnswer,
  Expires: noAnswer,
  "Connection Error": connectionLost,
  "Request Timeout": connectionLost,
  "Dialog Error": connectionLost,
  "No ACK": connectionLost,
};
