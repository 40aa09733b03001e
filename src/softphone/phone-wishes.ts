import { effect } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import type { Settings } from "../callcenter/schema.ts";
import type { LineCommand } from "./line-link.ts";
import { keepTurnPassword, type TurnKeeperOptions } from "./turn-keeper.ts";

/** Tells the line what the administrator wants of the telephone, and keeps it in passwords. */
export function keepWishes(options: TurnKeeperOptions): Stop {
  const stopPasswords = keepTurnPassword(options);
  const stopWishing = effect(() => {
    const settings = options.crm.settings.value;
    if (settings) options.link.send(wishOf(settings));
  });
  return () => {
    stopPasswords();
    stopWishing();
  };
}

/** What the administrator wants of the telephone beyond calls, as the line is told. */
export function wishOf({
  calls,
  features,
}: {
  readonly calls: Pick<Settings["calls"], "attached">;
  readonly features: Settings["features"];
}): LineCommand {
  const { colleagues, voicemail, autoAnswer } = features;
  const meant = calls.attached.map(([, header]) => header);
  const attachedHeaders = [...new Set([...features.attachedHeaders, ...meant])];
  const watch = colleagues.map(({ number }) => number);
  const wishes = { attachedHeaders, watch, mailbox: voicemail !== "" };
  return { type: "wish", wishes, autoAnswer };
}
