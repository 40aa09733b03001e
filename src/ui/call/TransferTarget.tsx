import type { TransferModel } from "../../softphone/transfer-model.ts";
import { callWords } from "./call-words.ts";

type TransferTargetProps = {
  transfer: TransferModel;
  label: string;
  /** One of several that could be meant was chosen. */
  done?: () => void;
};

/** The number to send somebody to, and which one is meant where only the agent can know. */
export function TransferTarget({ transfer, label, done }: TransferTargetProps) {
  return (
    <>
      <input
        type="text"
        inputMode="tel"
        autocomplete="off"
        aria-label={label}
        placeholder={label}
        value={transfer.number.value}
        onInput={({ currentTarget }) => transfer.write(currentTarget.value)}
      />
      {transfer.badNumber.value && <p role="alert">{callWords.badTarget}</p>}
      {transfer.choices.value.map((choice) => (
        <button
          key={choice.target}
          type="button"
          class="choice"
          onClick={() => {
            transfer.choose(choice);
            done?.();
          }}
        >
          {choice.reads}
        </button>
      ))}
    </>
  );
}
