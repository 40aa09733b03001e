import type { DraftNews, LogDraft } from "./protocol-log.ts";

/** A draft as it is with what is new. */
export function withDraftNews(before: LogDraft | undefined, news: DraftNews): LogDraft {
  const { followUp, ...rest } = news;
  const made = { subject: "", on: "", ...before?.followUp, ...followUp };
  return { ...before, ...rest, ...(followUp && { followUp: made }) };
}
