import { useSignal } from "@preact/signals";
import type { CallingListModel } from "../../softphone/calling-list-model.ts";
import type { ListRow, ListSnapshot } from "../../softphone/states.ts";
import { listWords as words, rowName, triedText } from "./words.ts";

type CurrentRowProps = { model: CallingListModel; list: ListSnapshot; row: ListRow };

/** The row whose turn it is, and what can be done with it. */
export function CurrentRow({ model, list, row }: CurrentRowProps) {
  const isPreview = list.phase === "preview";
  return (
    <section class="row" aria-label={rowName(row)}>
      <Who model={model} row={row} />
      {row.attempts > 0 && <p class="state">{triedText(row.attempts)}</p>}
      {isPreview && <RowNotes model={model} row={row} />}
      {isPreview && <Actions model={model} list={list} row={row} />}
      {(isPreview || list.phase === "placed") && <CallBack model={model} row={row} />}
    </section>
  );
}

function Actions({ model, list, row }: CurrentRowProps) {
  const waitsForAgent = list.mode === "preview" || list.paused;
  return (
    <div class="actions">
      {waitsForAgent && (
        <button type="button" class="good" onClick={() => model.call(row)}>
          {words.call}
        </button>
      )}
      <button type="button" onClick={() => model.skip(row)}>
        {words.skip}
      </button>
    </div>
  );
}

function Who({ model, row }: Omit<CurrentRowProps, "list">) {
  const name = rowName(row);
  return (
    <div>
      {row.record && model.canOpen.value ? (
        <button type="button" class="quiet who" onClick={() => model.open(row)}>
          {name}
        </button>
      ) : (
        <p class="who">{name}</p>
      )}
      {name !== row.number && <p class="number">{row.number}</p>}
    </div>
  );
}

/** What is written before the call becomes the call's notes. */
function RowNotes({ model, row }: Omit<CurrentRowProps, "list">) {
  // While the agent types, an older text on its way back from the line must not overwrite the newer one.
  const typed = useSignal<string | undefined>(undefined);
  return (
    <label class="notes">
      {words.notes}
      <textarea
        rows={2}
        value={typed.value ?? row.notes}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          model.note(row, currentTarget.value);
        }}
        onBlur={() => (typed.value = undefined)}
      />
    </label>
  );
}

/** Puts the row off to a time of the agent's choice. */
function CallBack({ model, row }: Omit<CurrentRowProps, "list">) {
  const at = useSignal(localTime(row.callBackAt ?? Date.now() + 3_600_000));
  return (
    <form
      class="call-back"
      onSubmit={(event) => {
        event.preventDefault();
        const time = Date.parse(at.value);
        if (!Number.isNaN(time)) model.callBack(row, time);
      }}
    >
      <label>
        {words.later}
        <input
          type="datetime-local"
          required
          value={at.value}
          onInput={({ currentTarget }) => (at.value = currentTarget.value)}
        />
      </label>
      <button type="submit" aria-pressed={row.callBackAt !== undefined}>
        {words.putOff}
      </button>
    </form>
  );
}

/** As the field wants it: the agent's own time, without seconds. */
function localTime(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 16);
}
