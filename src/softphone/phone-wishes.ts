import type { Settings } from "../callcenter/schema.ts";
import type { LineCommand } from "./line-link.ts";

/** What the administrator wants of the telephone beyond calls, as the line is told. */
export function wishOf({ features }: Pick<Settings, "features">): LineCommand {
  const { attachedHeaders, colleagues, voicemail, autoAnswer } = features;
  const watch = colleagues.map(({ number }) => number);
  const wishes = { attachedHeaders, watch, mailbox: voicemail !== "" };
  return { type: "wish", wishes, autoAnswer };
}
