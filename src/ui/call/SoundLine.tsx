import type { CallModel } from "../../softphone/call-model.ts";
import { isSilent } from "../../softphone/silence.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSound } from "../../softphone/states.ts";
import { callWords, gapText, soundText } from "./call-words.ts";
import { QualityLine } from "../quality/QualityLine.tsx";

type SoundLineProps = {
  app: Pick<Softphone, "dialer" | "now">;
  model: Pick<CallModel, "call" | "carryHere" | "elsewhere">;
};

/** Milliseconds for which the agent is told that the sound came back. */
const newsFor = 10_000;

/** Whether both sides hear each other, and how well. */
export function SoundLine({ app, model }: SoundLineProps) {
  return (
    <>
      <Trouble app={app} model={model} />
      <QualityLine call={model.call.value} />
    </>
  );
}

/** Where that is in question: after a page load, without a microphone. */
function Trouble({ app, model }: SoundLineProps) {
  const call = model.call.value;
  const silent = isSilent(call, app.now);
  const trouble = soundText(call, silent);
  if (trouble) {
    return (
      <div class="sound bad">
        <p>{trouble}</p>
        {silent && (
          <button type="button" onClick={() => app.dialer.callBack(call)}>
            {callWords.callBack}
          </button>
        )}
      </div>
    );
  }
  if (model.elsewhere.value) {
    return (
      <div class="sound">
        <p>{callWords.soundElsewhere}</p>
        <button type="button" class="quiet" onClick={() => model.carryHere()}>
          {callWords.soundHere}
        </button>
      </div>
    );
  }
  return <GapNews sound={call.sound} now={app.now} />;
}

function GapNews({ sound, now }: { sound: CallSound | undefined; now: Softphone["now"] }) {
  if (sound?.gap === undefined || now.value - sound.since > newsFor) return null;
  return <p class="sound">{gapText(sound.gap)}</p>;
}
