import { useSignal } from "@preact/signals";
import type { CallingListModel } from "../../softphone/calling-list-model.ts";
import { listWords as words, pastedText } from "./words.ts";

/** Makes a list of numbers that somebody sent: pasted as they are, one on each line. */
export function PasteForm({ model }: { model: Pick<CallingListModel, "paste" | "read"> }) {
  const text = useSignal("");
  const isEmpty = useSignal(false);
  return (
    <details>
      <summary>{words.panel}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          isEmpty.value = model.paste(text.value, words.pasted) === 0;
          if (!isEmpty.value) text.value = "";
        }}
      >
        <label class="notes">
          {words.paste}
          <textarea
            rows={4}
            value={text.value}
            onInput={({ currentTarget }) => (text.value = currentTarget.value)}
          />
        </label>
        <p class="reading" role="status">
          {text.value.trim() && pastedText(model.read(text.value))}
        </p>
        {isEmpty.value && <p class="notice bad">{words.none}</p>}
        <button type="submit">{words.make}</button>
      </form>
    </details>
  );
}
