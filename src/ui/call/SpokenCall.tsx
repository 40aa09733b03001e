import { isSilent } from "../../softphone/silence.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { arrangementText, callText, soundText } from "./call-words.ts";

/** The call's state for a screen reader: inside the live region, while the eye has the card. */
export function SpokenCall({ call, now }: { call: CallSnapshot; now: Softphone["now"] }) {
  const sound = soundText(call, isSilent(call, now));
  return (
    <p class="for-the-ear">
      {callText(call)} {sound} {arrangementText(call)}
    </p>
  );
}
