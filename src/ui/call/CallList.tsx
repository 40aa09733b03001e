import type { Softphone } from "../../softphone/softphone.ts";
import { CallCard } from "./CallCard.tsx";

/** A card for each call, the one the agent is busy with first. */
export function CallList({
  app,
}: {
  app: Pick<Softphone, "dialer" | "keeper" | "line" | "link" | "now">;
}) {
  const { calls, currentCall } = app.line;
  const current = currentCall.value?.id;
  const others = calls.value.filter(({ id }) => id !== current).reverse();
  const shown = currentCall.value ? [currentCall.value, ...others] : others;
  return shown.map((call) => (
    <CallCard key={call.id} app={app} first={call} isCurrent={call.id === current} />
  ));
}
