import type { CallModel } from "../../softphone/call-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import { late } from "../late.tsx";
import { LogState } from "./LogState.tsx";

type AfterwardsProps = { app: Pick<Softphone, "day" | "keeper">; model: CallModel };

const FollowUpState = late(async () => (await import("../day/in-day.ts")).FollowUpState);

/** What became of what is kept of an ended call. */
export function Afterwards({ app, model }: AfterwardsProps) {
  const call = model.call.value;
  if (call.state.phase !== "ended") return null;
  return (
    <>
      <LogState model={model} keeper={app.keeper} />
      {call.deeds.followUp && <FollowUpState app={app} call={call} />}
    </>
  );
}
