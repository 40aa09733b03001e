import type { EndReason } from "../call.ts";

/** What JsSIP's `ended` and `failed` tell, as far as it matters here. */
export interface SessionEnd {
  readonly originator: string;
  readonly cause: string;
  /** Status and phrase of the response that ended it. */
  readonly status?: number;
  readonly phrase?: string;
  /** The header `Reason` of the request that ended it. */
  readonly reason?: string;
  readonly wasConnected: boolean;
}

type By = { readonly by: "us" | "them" };

/** Puts the end of a SIP session into the terms of a call. */
export function endReason(end: SessionEnd): EndReason {
  const by: By = { by: end.originator === "local" ? "us" : "them" };
  if (end.status !== undefined && !end.wasConnected) return byStatus(end.status, end.phrase ?? "");
  if (/cause\s*=\s*200|completed elsewhere/i.test(end.reason ?? ""))
    return { kind: "answeredElsewhere" };
  return byCause(end, by);
}

function byStatus(status: number, phrase: string): EndReason {
  return statuses[status] ?? { kind: "refused", status, phrase };
}

const statuses: Readonly<Record<number, EndReason>> = {
  404: { kind: "notFound" },
  408: { kind: "noAnswer" },
  410: { kind: "unavailable" },
  430: { kind: "unavailable" },
  480: { kind: "unavailable" },
  484: { kind: "notFound" },
  486: { kind: "busy" },
  487: { kind: "cancelled", by: "them" },
  488: { kind: "media" },
  600: { kind: "busy" },
  603: { kind: "declined", by: "them" },
  604: { kind: "notFound" },
  606: { kind: "media" },
};

function byCause({ cause }: SessionEnd, by: By): EndReason {
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
