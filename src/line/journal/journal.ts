import type { Stop } from "../../base/emitter.ts";
import type { DialogName } from "../../telephony/dialog-name.ts";
import type { Invitation } from "../../telephony/invitation.ts";
import type { CallSnapshot } from "../protocol.ts";

/** What is written down of a call from its first event on, until its log is safe in the CRM. */
export interface JournalEntry extends Pick<
  CallSnapshot,
  | ("id" | "direction" | "remote" | "startedAt" | "state" | "notes" | "draft" | "record" | "deeds")
  | ("called" | "attached" | "quality" | "consultsFor" | "inConference")
> {
  /** Whose call it is: org and agent. Nobody else ever sees it. */
  readonly owner: string;
  /** Last sign of life of the line that wrote this, in milliseconds since 1970. */
  readonly seenAt: number;
  readonly muted?: boolean;
  /** By which a line that comes after this one could take the call over. */
  readonly dialog?: DialogName;
  /** By which such a line could go on ringing for it. */
  readonly invitation?: Invitation;
  /** Milliseconds after which its caller wants to be answered by itself. */
  readonly answerAfter?: number;
}

/**
 * Why nothing can be kept.
 *
 * - `refused`: the browser lets us store nothing, or its storage is broken.
 * - `full`: there is no room.
 */
export type JournalProblem = "refused" | "full";

/** Outlives the line: what was not done when the browser died is found here by the next one. */
export interface Journal {
  /** `undefined` while what is written is kept. */
  readonly problem: JournalProblem | undefined;
  /** Settles when the entry is safe, or when it is known that it cannot be. Never rejects. */
  keep(entry: JournalEntry): Promise<void>;
  /** Crosses an entry out: there is nothing left to do for the call. */
  strike(id: string): Promise<void>;
  /** What was not crossed out. Never rejects. */
  open(owner: string): Promise<readonly JournalEntry[]>;
  on(name: "problemChanged", listener: () => void): Stop;
}
