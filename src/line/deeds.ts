import type { CallDeeds, DeedState, SavedDeed, ToLine } from "./protocol.ts";
import { savedOf, type Saving } from "./protocol-deeds.ts";

/** News of a deed. */
export type Deed = Extract<ToLine, { type: "deed" }>;
/** News that changes what became of it. */
export type Outcome = Deed & { readonly state: DeedState };
export function isOutcome(deed: Deed): deed is Outcome {
  return deed.state !== "sent";
}

export function stateOf(deeds: CallDeeds, deed: Deed["deed"]): DeedState {
  return deed === "followUp" ? (deeds.followUp?.state ?? "none") : deeds[deed];
}

/** Deeds of which one kind is replaced by what it is among others. */
export function withDeed(deeds: CallDeeds, deed: Deed["deed"], other: CallDeeds): CallDeeds {
  const { pop, pops } = deed === "pop" ? other : deeds;
  const log = savedOf(deed === "log" ? other : deeds, "log");
  const { followUp } = deed === "followUp" ? other : deeds;
  return {
    ...{ pop, ...(pops !== undefined && { pops }) },
    ...logAs(log),
    ...(followUp && { followUp }),
  };
}

export function withNews(before: CallDeeds, news: Outcome): CallDeeds {
  if (news.deed === "pop") return { ...before, pop: news.state };
  const saved = savedAfter(savedOf(before, news.deed), news);
  if (news.deed === "followUp") return { ...before, followUp: saved };
  return withDeed(before, "log", { pop: before.pop, ...logAs(saved) });
}

/** After its keeper is gone: what was being done may have been done. */
export function inDoubt(deeds: CallDeeds): CallDeeds {
  const { pop, log, followUp } = deeds;
  return {
    ...deeds,
    pop: doubted(pop),
    log: doubted(log),
    ...(followUp && { followUp: { ...followUp, state: doubted(followUp.state) } }),
  };
}

/** After a crash: what was refused is worth another try, what was being done may have been done. */
export function recovered(deeds: CallDeeds): CallDeeds {
  const doubtful = inDoubt(deeds);
  const { followUp } = doubtful;
  const anew = { pop: doubtful.pop, ...logAs(afresh(savedOf(doubtful, "log"))) };
  return {
    ...withDeed(doubtful, "log", anew),
    ...(followUp && { followUp: afresh(followUp) }),
  };
}

function afresh({ state, id }: SavedDeed): SavedDeed {
  return { state: state === "failed" ? "none" : state, ...(id !== undefined && { id }) };
}

function doubted(state: DeedState): DeedState {
  return state === "doing" ? "maybe" : state;
}

function logAs({ state: log, id: logId, ...rest }: SavedDeed): Omit<CallDeeds, "pop" | "followUp"> {
  return { log, ...(logId !== undefined && { logId }), ...rest };
}

function savedAfter(before: SavedDeed, news: Outcome & { readonly deed: Saving }): SavedDeed {
  const id = before.id ?? news.logId;
  const attempts = attemptsAfter(before, news.state);
  const { reason } = news.state === "failed" ? news : {};
  return {
    state: news.state,
    ...(id !== undefined && { id }),
    ...(attempts > 0 && { attempts }),
    ...(reason && { reason }),
  };
}

/** Counts refusals in a row; whatever else came begins anew. */
function attemptsAfter({ attempts = 0 }: SavedDeed, state: DeedState): number {
  if (state === "failed") return attempts + 1;
  return state === "doing" ? attempts : 0;
}
