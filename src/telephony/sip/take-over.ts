import type { DialogName } from "../dialog-name.ts";
import type { LostTalk } from "../lost-call.ts";
import type { Session } from "./session.ts";

/** A call that another line had, and what takes it over once the server can be reached. */
export interface TakeOver {
  readonly lost: LostTalk;
  /** Sends the INVITE with `headers` to the other side's own address. */
  readonly send: (target: string, headers: readonly string[]) => Session;
}

/** The header by which the other side knows which of its calls this one replaces (RFC 3891). */
export function replaces({ callId, localTag, remoteTag }: DialogName): string {
  // Seen from the other side: its own tag is the one that requests to it carry in "To".
  return `Replaces: ${callId};to-tag=${remoteTag};from-tag=${localTag}`;
}

/** How the other side knows this session; `undefined` before it is answered. */
export function dialogName({ _dialog: dialog }: Session): DialogName | undefined {
  if (!dialog) return undefined;
  const { call_id: callId, local_tag: localTag, remote_tag: remoteTag } = dialog.id;
  return { callId, localTag, remoteTag, target: String(dialog._remote_target) };
}

/** Whether a refusal says that the other side has no such call any more. */
export const isOver = (status: number) => status === 404 || status === 410 || status === 481;
