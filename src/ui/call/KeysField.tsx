import { useSignal } from "@preact/signals";
import type { CallModel } from "../../softphone/call-model.ts";
import { callWords } from "./call-words.ts";

/** Keys written or pasted as a whole, with their pauses; the dial pad presses them one by one. */
export function KeysField({ model }: { model: Pick<CallModel, "pressKeys"> }) {
  const keys = useSignal("");
  return (
    <form
      class="number-row"
      onSubmit={(event) => {
        event.preventDefault();
        model.pressKeys(keys.value);
        keys.value = "";
      }}
    >
      <input
        type="text"
        inputMode="tel"
        autocomplete="off"
        aria-label={callWords.keysToPress}
        placeholder={callWords.keysToPress}
        value={keys.value}
        onInput={({ currentTarget }) => (keys.value = currentTarget.value)}
      />
      <button type="submit">{callWords.press}</button>
    </form>
  );
}
