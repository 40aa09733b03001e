import { useSignal } from "@preact/signals";
import type { CallModel } from "../../softphone/call-model.ts";
import { isInDoubt, type KeeperModel } from "../../softphone/keeper-model.ts";
import { words } from "../messages.ts";
import { callWords, logStates } from "./call-words.ts";

type LogStateProps = {
  model: Pick<CallModel, "call" | "dismiss" | "isThere" | "saveAgain">;
  keeper: Pick<KeeperModel, "canLook" | "look">;
};

/** What became of an ended call's log, and what the agent can do about it. */
export function LogState({ model, keeper }: LogStateProps) {
  const { deeds } = model.call.value;
  const { log, reason } = deeds;
  const isUnsafe = isInDoubt(log);
  return (
    <footer class="log-row">
      <p class={`log ${log}`}>
        {log !== "none" && logStates[log]}
        {reason && `: ${reason}`}
      </p>
      {log === "maybe" && <Doubt model={model} keeper={keeper} />}
      {isUnsafe && (
        <button type="button" onClick={() => model.saveAgain()}>
          {log === "failed" ? words.tryAgain : callWords.saveAgain}
        </button>
      )}
      {log !== "doing" && (
        <Dismiss model={model} isSafe={![log, deeds.followUp?.state].some(isInDoubt)} />
      )}
    </footer>
  );
}

/** Only the agent can see whether it was saved. */
function Doubt({ model, keeper }: LogStateProps) {
  return (
    <>
      {keeper.canLook.value && (
        <button type="button" onClick={() => keeper.look(model.call.value)}>
          {callWords.look}
        </button>
      )}
      <button type="button" onClick={() => model.isThere()}>
        {callWords.isThere}
      </button>
    </>
  );
}

/** Puts a call away; asks once more when that would lose its log. */
function Dismiss({ model, isSafe }: { model: Pick<CallModel, "dismiss">; isSafe: boolean }) {
  const asking = useSignal(false);
  if (!asking.value || isSafe) {
    return (
      <button
        type="button"
        class="quiet"
        onClick={() => (isSafe ? model.dismiss() : (asking.value = true))}
      >
        {callWords.dismiss}
      </button>
    );
  }
  return (
    <div role="group" aria-label={callWords.reallyDrop}>
      <p>{callWords.reallyDrop}</p>
      <button type="button" class="bad" onClick={() => model.dismiss()}>
        {callWords.drop}
      </button>
      <button type="button" onClick={() => (asking.value = false)}>
        {callWords.keep}
      </button>
    </div>
  );
}
