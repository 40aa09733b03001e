import type { CallDirection, Party } from "./call.ts";
import type { DialogName } from "./dialog-name.ts";

/** A call that is up at the other side, while the line that had it is no more. */
export interface LostCall {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  /** When it was connected, in milliseconds since 1970. */
  readonly since: number;
  readonly muted: boolean;
  readonly dialog: DialogName;
}
