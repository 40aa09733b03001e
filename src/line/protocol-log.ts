// What an agent fills in of a call's log, as line and views tell it to each other; a part of the protocol.

/** What the agent wrote in place of what the phone would write by itself. */
export interface LogDraft {
  readonly subject?: string;
  /** What became of it, in the administrator's words. */
  readonly disposition?: string;
  readonly type?: string;
  /** What is still to be done, and on which day, as `yyyy-mm-dd`. */
  readonly followUp?: FollowUp;
}

export interface FollowUp {
  readonly subject: string;
  readonly on: string;
}

/** Half of a follow-up is none. */
export function isComplete(followUp: FollowUp | undefined): followUp is FollowUp {
  return Boolean(followUp?.subject && followUp.on);
}

/** What is new in a draft; the rest stays. */
export type DraftNews = Omit<LogDraft, "followUp"> & { readonly followUp?: Partial<FollowUp> };

export interface NotesCommand {
  readonly type: "setNotes";
  readonly call: string;
  readonly notes: string;
  /** A line more, below what the line has by then: a view may not have heard yet of what was typed last. */
  readonly added?: true;
}

export interface DraftCommand {
  readonly type: "setDraft";
  readonly call: string;
  readonly draft: DraftNews;
}
