import type { PresenceModel } from "../../softphone/day/presence-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { PresenceSnapshot } from "../../softphone/states.ts";
import { duration } from "../call/call-words.ts";
import { dayWords as words, moreText, phases } from "./words.ts";

/** Whether the agent takes calls, and how long the wrap-up still lasts. */
export function PresenceBar({ app }: { app: Pick<Softphone, "crm" | "day" | "now"> }) {
  const presence = app.day.value?.presence;
  const state = presence?.state.value;
  if (!presence || !state) return null;
  return (
    <section class={`presence ${state.phase}`} aria-label={words.presence}>
      {state.phase === "wrapUp" && <WrapUp app={app} presence={presence} state={state} />}
      {state.phase === "onCall" && <p>{phases.onCall}</p>}
      <Choice presence={presence} state={state} />
    </section>
  );
}

type WrapUpProps = {
  app: Pick<Softphone, "crm" | "now">;
  presence: Pick<PresenceModel, "endWrapUp" | "extendWrapUp">;
  state: Extract<PresenceSnapshot, { phase: "wrapUp" }>;
};

function WrapUp({ app, presence, state }: WrapUpProps) {
  return (
    <div class="wrap-up">
      <p>
        {phases.wrapUp} <span role="timer">{duration(state.until - app.now.value)}</span>
      </p>
      <button type="button" onClick={() => presence.extendWrapUp()}>
        {moreText(app.crm.settings.value?.presence.extendBy ?? 30)}
      </button>
      <button type="button" onClick={() => presence.endWrapUp()}>
        {words.done}
      </button>
    </div>
  );
}

type ChoiceProps = {
  presence: Pick<PresenceModel, "choose" | "reasons">;
  state: PresenceSnapshot;
};

/** Ready, or not ready and why. A reason that came from the CRM is shown beside the administrator's. */
function Choice({ presence, state: { phase, chosen } }: ChoiceProps) {
  const given = chosen.by === "work" ? words.otherWork : (chosen.reason ?? "");
  const reasons = [...new Set(["", ...presence.reasons.value, given])];
  const isBusy = phase === "onCall" || phase === "wrapUp";
  return (
    <select
      aria-label={isBusy ? words.afterwards : words.presence}
      value={chosen.ready ? "ready" : `not ${given}`}
      onChange={({ currentTarget: { value } }) =>
        presence.choose(value === "ready" ? undefined : value.slice(4))
      }
    >
      <option value="ready">{words.ready}</option>
      {reasons.map((reason) => (
        <option key={reason} value={`not ${reason}`}>
          {reason ? `${words.notReady}: ${reason}` : words.notReady}
        </option>
      ))}
    </select>
  );
}
