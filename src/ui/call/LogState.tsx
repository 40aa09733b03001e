import type { CallModel } from "../../softphone/call-model.ts";
import { logStates, words as text } from "../messages.ts";

type LogStateProps = {
  model: Pick<CallModel, "call" | "dismiss" | "saveAgain">;
  /** The CRM's own words on why it did not save. */
  words: string | undefined;
};

/** What became of an ended call's log, and what the agent can do about it. */
export function LogState({ model, words }: LogStateProps) {
  const { log } = model.call.value.deeds;
  return (
    <footer class="log-row">
      <p class={`log ${log}`}>
        {log !== "none" && logStates[log]}
        {log === "failed" && words && `: ${words}`}
      </p>
      {(log === "failed" || log === "maybe") && (
        <button type="button" onClick={() => model.saveAgain()}>
          {log === "failed" ? text.tryAgain : text.saveAgain}
        </button>
      )}
      {log !== "doing" && (
        <button type="button" class="quiet" onClick={() => model.dismiss()}>
          {text.dismiss}
        </button>
      )}
    </footer>
  );
}
