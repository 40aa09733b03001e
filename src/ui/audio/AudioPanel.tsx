import type { AudioModel } from "../../softphone/audio-model.ts";
import type { AudioChoices } from "../../softphone/states.ts";
import { DeviceSelect } from "./DeviceSelect.tsx";
import { audioWords as words, checks, movedText, ringtones, switches } from "./words.ts";

/** Microphone, speaker, ring, and what tries them out. Closed until it is asked for: open, it uses the microphone. */
export function AudioPanel({ model }: { model: AudioModel }) {
  const moved = model.moved.value;
  return (
    <aside class="audio-panel" aria-label={words.panel}>
      <div role="status">{moved && <p class="notice">{movedText(moved)}</p>}</div>
      <details onToggle={({ currentTarget }) => model.look(currentTarget.open)}>
        <summary>{words.panel}</summary>
        <DeviceSelect model={model} role="microphone" />
        <label>
          {words.level}
          <meter min={0} max={1} value={model.level.value ?? 0} />
        </label>
        <div class="actions">
          <button
            type="button"
            disabled={["recording", "playing"].includes(model.check.value)}
            onClick={() => model.checkMicrophone()}
          >
            {words.checkMicrophone}
          </button>
          {model.echoNumber.value && (
            <button type="button" onClick={() => model.callEcho()}>
              {words.callEcho}
            </button>
          )}
        </div>
        <p role="status">{checks[model.check.value]}</p>
        <Switches model={model} />
        <DeviceSelect model={model} role="speaker" />
        <DeviceSelect model={model} role="ring" />
        <Ring model={model} />
      </details>
    </aside>
  );
}

function Switches({ model }: { model: AudioModel }) {
  const names = ["echoCancellation", "noiseSuppression", "autoGainControl"] as const;
  return (
    <fieldset>
      <legend>{words.switches}</legend>
      {names.map((name) => (
        <label key={name} class="switch">
          <input
            type="checkbox"
            checked={model.choices.value[name] ?? true}
            onChange={({ currentTarget }) => model.choose(name, currentTarget.checked)}
          />
          {switches[name]}
        </label>
      ))}
    </fieldset>
  );
}

function Ring({ model }: { model: AudioModel }) {
  const { ringtone = "classic", ringVolume = 1 }: AudioChoices = model.choices.value;
  return (
    <>
      <label>
        {words.ringtone}
        <select
          value={ringtone}
          onChange={({ currentTarget }) => model.choose("ringtone", currentTarget.value)}
        >
          {Object.entries(ringtones).map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.ringVolume}
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(ringVolume * 100)}
          onChange={({ currentTarget }) =>
            model.choose("ringVolume", Number(currentTarget.value) / 100)
          }
        />
      </label>
      <button type="button" onClick={() => model.sampleRing()}>
        {words.sampleRing}
      </button>
    </>
  );
}
