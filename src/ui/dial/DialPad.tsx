import { keyNames, words } from "../messages.ts";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** Twelve keys: digits for the number, tones during a call. */
export function DialPad({ press }: { press: (key: string) => void }) {
  return (
    <div class="dial-pad" role="group" aria-label={words.keypad}>
      {keys.map((key) => (
        <button key={key} type="button" aria-label={keyNames[key]} onClick={() => press(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}
