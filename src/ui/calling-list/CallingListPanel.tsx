import { useSignal } from "@preact/signals";
import type { CallingListModel } from "../../softphone/calling-list-model.ts";
import { CurrentRow } from "./CurrentRow.tsx";
import { PasteForm } from "./PasteForm.tsx";
import {
  listWords as words,
  outcomesText,
  outcomeText,
  phaseText,
  progressText,
  rowName,
} from "./words.ts";
import type { ListRow, ListSnapshot } from "../../softphone/states.ts";

/** A list of numbers that is being called, or the place to make one. */
export function CallingListPanel({ model }: { model: CallingListModel }) {
  const list = model.list.value;
  if (!list && !model.isOpen.value) return null;
  return (
    <aside class="calling-list" aria-label={words.panel}>
      {list ? <WorkedList model={model} list={list} /> : <PasteForm model={model} />}
    </aside>
  );
}

type ListProps = { model: CallingListModel; list: ListSnapshot };

function WorkedList({ model, list }: ListProps) {
  const { name, row, total, done, next, past, phase } = list;
  return (
    <>
      <header>
        <h2>{name || words.panel}</h2>
        <p>{progressText(list)}</p>
      </header>
      <progress max={total} value={done} aria-label={words.progress} />
      <p class={list.problem ? "notice bad" : "state"}>{phaseText(list)}</p>
      {row && <CurrentRow key={row.key} model={model} list={list} row={row} />}
      <Pace model={model} list={list} />
      <Rows label={words.next} rows={next} />
      <Rows label={words.past} rows={past} />
      {phase === "finished" && <p class="state">{outcomesText(list)}</p>}
      <Close model={model} isFinished={phase === "finished"} />
    </>
  );
}

/** Who decides when the next number is called, and whether any is. */
function Pace({ model, list: { mode, paused, phase, done } }: ListProps) {
  if (phase === "finished") return null;
  const isProgressive = mode === "progressive";
  return (
    <div class="pace">
      {isProgressive && paused && (
        <button type="button" class="good" onClick={() => model.goOn()}>
          {done === 0 ? words.start : words.goOn}
        </button>
      )}
      {isProgressive && !paused && (
        <button type="button" onClick={() => model.pause()}>
          {words.pause}
        </button>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={isProgressive}
          onChange={({ currentTarget }) =>
            model.setMode(currentTarget.checked ? "progressive" : "preview")
          }
        />
        {words.progressive}
      </label>
    </div>
  );
}

function Rows({ label, rows }: { label: string; rows: readonly ListRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{label}</h3>
      <ul aria-label={label}>
        {rows.map((row) => (
          <li key={row.key}>
            <span class="who">{rowName(row)}</span> <span class="kind">{outcomeText(row)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Puts the list away; asks once more while something is left to do. */
function Close({ model, isFinished }: { model: CallingListModel; isFinished: boolean }) {
  const asking = useSignal(false);
  if (!asking.value || isFinished) {
    const close = () => (isFinished ? model.close() : (asking.value = true));
    return (
      <button type="button" class="quiet" onClick={close}>
        {words.close}
      </button>
    );
  }
  return (
    <div role="group" aria-label={words.reallyClose}>
      <p>{words.reallyClose}</p>
      <button type="button" class="bad" onClick={() => model.close()}>
        {words.yes}
      </button>
      <button type="button" onClick={() => (asking.value = false)}>
        {words.no}
      </button>
    </div>
  );
}
