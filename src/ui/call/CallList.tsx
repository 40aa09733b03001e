import type { Softphone } from "../../softphone/softphone.ts";
import { CallCard } from "./CallCard.tsx";

/** A card for each call, the one the agent is busy with first. */
export function CallList({
  app,
}: {
  app: Pick<Softphone, "crm" | "day" | "dialer" | "keeper" | "line" | "link" | "now">;
}) {
  const { calls, currentCall, talk } = app.line;
  const current = currentCall.value?.id;
  // Those that wait to be logged have a list of their own.
  const pending = new Set(app.keeper.pending.value.map(({ id }) => id));
  const others = calls.value.filter(({ id }) => id !== current && !pending.has(id)).reverse();
  const shown = currentCall.value ? [currentCall.value, ...others] : others;
  return shown.map((call) => (
    <CallCard key={call.id} app={app} first={call} isCurrent={call.id === talk.value?.id} />
  ));
}
