import { isComplete, type LogDraft } from "./protocol-log.ts";
import type { CallDeeds, SavedDeed } from "./protocol.ts";

// How line and views read what became of a call's deeds; a part of the protocol.

/** What is saved in the CRM, and may be changed there. */
export type Saving = "log" | "followUp";

/** How far something is saved, whichever it is. */
export function savedOf(deeds: CallDeeds, deed: Saving): SavedDeed {
  if (deed === "followUp") return deeds.followUp ?? { state: "none" };
  const { log: state, logId: id, attempts, reason, changed } = deeds;
  return {
    state,
    ...(id !== undefined && { id }),
    ...(attempts !== undefined && { attempts }),
    ...(reason !== undefined && { reason }),
    ...(changed && { changed }),
  };
}

/** Whether nothing is left to save of a call that is over, so that it may be forgotten. */
export function isSettled(deeds: CallDeeds, draft?: LogDraft): boolean {
  const followUp = savedOf(deeds, "followUp");
  const isAwaited = isComplete(draft?.followUp) || followUp.state !== "none";
  return isSafe(savedOf(deeds, "log")) && (!isAwaited || isSafe(followUp));
}

function isSafe({ state, changed }: SavedDeed): boolean {
  return state === "skipped" || (state === "done" && !changed);
}
