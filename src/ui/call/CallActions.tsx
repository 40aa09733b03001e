import type { CallModel } from "../../softphone/call-model.ts";
import { callWords } from "./call-words.ts";

type CallActionsProps = {
  model: Pick<CallModel, "answer" | "call" | "decline" | "hangUp" | "toggleMute">;
};

/** What the agent can do with a call that is up. */
export function CallActions({ model }: CallActionsProps) {
  const { direction, muted, state } = model.call.value;
  if (state.phase === "ended") return null;
  if (direction === "incoming" && state.phase === "ringing") {
    // Other buttons than those below: a second press on Answer must not mute.
    return (
      <div key="ringing" class="actions">
        <button type="button" class="good" onClick={() => model.answer()}>
          {callWords.answer}
        </button>
        <button type="button" class="bad" onClick={() => model.decline()}>
          {callWords.decline}
        </button>
      </div>
    );
  }
  return (
    <div class="actions">
      <button
        type="button"
        aria-pressed={muted}
        disabled={state.phase !== "connected"}
        onClick={() => model.toggleMute()}
      >
        {callWords.mute}
      </button>
      <button type="button" class="bad" onClick={() => model.hangUp()}>
        {callWords.hangUp}
      </button>
    </div>
  );
}
