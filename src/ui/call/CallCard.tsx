import { useModel } from "@preact/signals";
import { useRef } from "preact/hooks";
import { CallModel } from "../../softphone/call-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { late } from "../late.tsx";
import { Afterwards } from "./Afterwards.tsx";
import { Arrangement } from "./Arrangement.tsx";
import { CallActions } from "./CallActions.tsx";
import { phaseText, recoveredText } from "./call-words.ts";
import { Clock } from "./Clock.tsx";
import { CutOff } from "./CutOff.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { useKeptFocus } from "./kept-focus.ts";
import { Notes } from "./Notes.tsx";
import { SoundLine } from "./SoundLine.tsx";

type CallCardProps = {
  app: Pick<Softphone, "crm" | "day" | "dialer" | "keeper" | "link" | "now">;
  first: CallSnapshot;
  /** The others show less: nobody has two calls' notes in 200 pixels. */
  isCurrent: boolean;
};

const RecordPart = late(async () => (await import("../record/in-record.ts")).RecordPart);
const LogForm = late(async () => (await import("../day/in-day.ts")).LogForm, { canWait: true });

const ReadNumber = late(async () => (await import("./ReadNumber.tsx")).ReadNumber, {
  canWait: true,
  meanwhile: ({ number }) => number,
});

/** One call: with whom, how long, what can be done with it, and what became of its log. */
export function CallCard({ app, first, isCurrent }: CallCardProps) {
  const model = useModel(() => new CallModel(app.link, first));
  const call = model.call.value;
  const { remote, state } = call;
  const card = useRef<HTMLElement>(null);
  useKeptFocus(card);
  return (
    <article
      ref={card}
      tabIndex={-1}
      class={`card ${call.direction} ${state.phase}`}
      aria-label={remote.name ?? remote.number}
    >
      <header>
        <p class="who">{remote.name ?? <ReadNumber app={app} number={remote.number} />}</p>
        <p class="state">
          {phaseText(call)} <Clock state={state} now={app.now} />
        </p>
        {remote.name && (
          <p class="number">
            <ReadNumber app={app} number={remote.number} />
          </p>
        )}
      </header>
      <CallActions model={model} />
      <Arrangement app={app} model={model} />
      {/* Below the buttons: its news come and go, and would move what is about to be clicked. */}
      <SoundLine app={app} model={model} />
      <Elsewhere app={app} call={call} />
      <RecordPart call={call} keeper={app.keeper} />
      {isCurrent && <Notes model={model} />}
      {isCurrent && <LogForm app={app} call={call} />}
      <CutOff app={app} call={call} />
      {call.recovered && <p class="recovered">{recoveredText(call)}</p>}
      <Afterwards app={app} model={model} />
    </article>
  );
}
