import type { DialerModel } from "../../softphone/dialer-model.ts";
import type { FindingModel } from "../../softphone/finding-model.ts";
import { findWords, whenText } from "./find-words.ts";

type RecentsProps = {
  model: Pick<FindingModel, "kept" | "isFavourite" | "setFavourite">;
  dialer: Pick<DialerModel, "call" | "canDial">;
  now: number;
};

/** The agent's last calls: a click calls again, a star keeps the number at hand. */
export function Recents({ model, dialer, now }: RecentsProps) {
  const { recents } = model.kept.value;
  if (recents.length === 0) return <p class="reading">{findWords.noRecents}</p>;
  return (
    <ul class="recents" aria-label={findWords.recents}>
      {recents.map(({ id, name = "", number, record, direction, missed, startedAt }) => (
        <li key={id} class={missed ? "missed" : ""}>
          <button
            type="button"
            class="choice"
            disabled={!dialer.canDial.value}
            onClick={() => dialer.call({ number, ...(record && { record }) })}
          >
            <span class="name">{name || number}</span>{" "}
            <span class="kind">
              {missed ? findWords.missed : findWords[direction]} {name && number}{" "}
              {whenText(startedAt, now)}
            </span>
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={`${findWords.favourite}: ${name || number}`}
            aria-pressed={model.isFavourite(number)}
            onClick={() =>
              model.setFavourite({ name: name || number, number }, !model.isFavourite(number))
            }
          >
            {model.isFavourite(number) ? "★" : "☆"}
          </button>
        </li>
      ))}
    </ul>
  );
}
