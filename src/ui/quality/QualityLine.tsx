import type { CallSnapshot } from "../../softphone/states.ts";
import { Graph } from "./Graph.tsx";
import { factsOf, gradeOf, nowText, qualityWords, quietText, summaryText } from "./words.ts";

/** How well a call is heard, or was; above all, when one side is not heard at all. */
export function QualityLine({ call }: { call: CallSnapshot }) {
  const { quality, state } = call;
  if (state.phase === "connected")
    return (
      <>
        {!state.heldBy && <QuietLine call={call} />}
        {quality && (
          <details class="quality">
            <summary>
              <span class={gradeOf(quality.mos.now)}>{nowText(quality)}</span>
              <Graph quality={quality} />
            </summary>
            <dl aria-label={qualityWords.details}>
              {factsOf(quality).map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </>
    );
  return state.phase === "ended" && quality ? <p class="sound">{summaryText(quality)}</p> : null;
}

/** A lost microphone is told in its own words: its silence is no news. */
function QuietLine({ call: { sound } }: { call: CallSnapshot }) {
  if (sound?.phase !== "carried" || !sound.quiet) return null;
  const { us, them } = sound.quiet;
  const quiet = { ...(us && !sound.microphone && { us }), ...(them && { them }) };
  return (
    <>
      {quietText(quiet).map((text) => (
        <p key={text} class="sound bad" role="alert">
          {text}
        </p>
      ))}
    </>
  );
}
