import type { LogModel } from "../../softphone/day/log-model.ts";
import { isInDoubt } from "../../softphone/keeper-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { followUpStates, logWords as words } from "./words.ts";

type FollowUpStateProps = { app: Pick<Softphone, "day" | "keeper">; call: CallSnapshot };

/** What became of the task for what is still to be done after a call, and what the agent can do about it. */
export function FollowUpState({ app, call }: FollowUpStateProps) {
  const log = app.day.value?.log;
  const { followUp } = call.deeds;
  if (!log || !followUp) return null;
  const { state, reason } = followUp;
  const text = followUpStates[state];
  return (
    <div class="log-row" role="group" aria-label={words.followUp}>
      <p class={`log ${state}`}>
        {text}
        {reason && `: ${reason}`}
      </p>
      {state === "maybe" && <Doubt app={app} log={log} call={call} />}
      {isInDoubt(state) && (
        <button type="button" onClick={() => log.followUpAgain(call)}>
          {state === "failed" ? words.tryAgain : words.saveAgain}
        </button>
      )}
    </div>
  );
}

/** Only the agent can see whether it was saved. */
function Doubt({ app, log, call }: FollowUpStateProps & { log: LogModel }) {
  return (
    <>
      {app.keeper.canLook.value && (
        <button type="button" onClick={() => app.keeper.look(call)}>
          {words.look}
        </button>
      )}
      <button type="button" onClick={() => log.followUpIsThere(call)}>
        {words.isThere}
      </button>
    </>
  );
}
