import RTCSession, { type InviteResponse } from "jssip/lib/RTCSession.js";

/** What was heard of one INVITE's provisional answers. */
interface Progress {
  /** The last number of each who answers, by their tag. */
  readonly numbers: Map<string, number>;
  /** The SDP that came with them: the final answer needs not say it again. */
  readonly answers: Map<string, string>;
}

const progressOf = new WeakMap<RTCSession, Progress>();

/** What an INVITE says so that servers may answer it so. */
export const supportsReliable = "Supported: 100rel";

/** Teaches JsSIP to acknowledge the provisional answers to its INVITE that ask for it, by PRACK (RFC 3262). */
export function acknowledgeProgress(): void {
  const prototype = RTCSession.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const receive = prototype._receiveInviteResponse;
  prototype._receiveInviteResponse = function (response) {
    const progress = progressIn(this);
    if (response.status_code >= 200) response.body ||= progress.answers.get(tagOf(response)) ?? "";
    const number = numberOf(response);
    // Said again, since our PRACK was lost or late: it is on its way.
    if (number !== undefined && number <= (progress.numbers.get(tagOf(response)) ?? 0)) return;
    receive.call(this, response);
    if (number !== undefined) acknowledge(this, { response, number, progress });
  };
}

function progressIn(session: RTCSession): Progress {
  const progress = progressOf.get(session) ?? { numbers: new Map(), answers: new Map() };
  progressOf.set(session, progress);
  return progress;
}

const tagOf = ({ to_tag: tag }: InviteResponse) => tag ?? "";

/** The number of an answer that is to be acknowledged. */
function numberOf(response: InviteResponse): number | undefined {
  if (response.status_code <= 100 || response.status_code >= 200) return undefined;
  const isReliable = /\b100rel\b/i.test(response.getHeader("Require") ?? "");
  const number = Number(response.getHeader("RSeq"));
  return isReliable && number > 0 ? number : undefined;
}

function acknowledge(
  session: RTCSession,
  {
    response,
    number,
    progress,
  }: { readonly response: InviteResponse; readonly number: number; readonly progress: Progress },
): void {
  const dialog = session._earlyDialogs[response.call_id + response.from_tag + tagOf(response)];
  if (!dialog) return;
  progress.numbers.set(tagOf(response), number);
  if (response.body) progress.answers.set(tagOf(response), response.body);
  const headers = [`RAck: ${number} ${response.cseq} INVITE`];
  dialog.sendRequest("PRACK", { extraHeaders: headers });
}
