import type { Mailbox } from "../phone.ts";

/** Reads what a server says of a mailbox (RFC 3842); `undefined` when it says nothing that can be understood. */
export function readMessageSummary(body: string): Mailbox | undefined {
  const waiting = /^messages-waiting\s*:\s*(yes|no)\b/im.exec(body)?.[1]?.toLowerCase();
  if (waiting === undefined) return undefined;
  const [, news, old] = /^voice-message\s*:\s*(\d{1,6})\s*\/\s*(\d{1,6})/im.exec(body) ?? [];
  return {
    waiting: waiting === "yes",
    ...(news !== undefined && { new: Number(news) }),
    ...(old !== undefined && { old: Number(old) }),
  };
}
