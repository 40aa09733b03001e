import type { CallSnapshot } from "../../softphone/states.ts";
import { arrangementText, callText, soundText } from "./call-words.ts";

/** The call's state for a screen reader: inside the live region, while the eye has the card. */
export function SpokenCall({ call }: { call: CallSnapshot }) {
  return (
    <p class="for-the-ear">
      {callText(call)} {soundText(call)} {arrangementText(call)}
    </p>
  );
}
