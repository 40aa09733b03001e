import type { CallDirection, Party } from "./call.ts";
import type { DialogName } from "./dialog-name.ts";
import type { Invitation } from "./invitation.ts";

interface Lost {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
}

/** A call that is up at the other side, while the line that had it is no more. */
export interface LostTalk extends Lost {
  /** When it was connected, in milliseconds since 1970. */
  readonly since: number;
  readonly muted: boolean;
  /** We held the other side. @defaultValue false */
  readonly held?: boolean;
  readonly dialog: DialogName;
}

/** A caller who still waits for somebody to answer, while the line where it rang is no more. */
export interface LostRing extends Lost {
  readonly invitation: Invitation;
  /** When it began to ring, in milliseconds since 1970. */
  readonly since: number;
  /** Milliseconds after that at which the caller wants to be answered by itself. */
  readonly answerAfter?: number | undefined;
}

export type LostCall = LostTalk | LostRing;
