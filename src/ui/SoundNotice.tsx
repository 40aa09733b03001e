import type { Softphone } from "../softphone/softphone.ts";
import { words } from "./messages.ts";

/**
 * Says that calls cannot be heard to ring yet. It stands below everything else: it goes away by itself when a mouse
 * button goes down, and what it stood above would move from under the pointer.
 */
export function SoundNotice({ app }: { app: Pick<Softphone, "attention" | "line"> }) {
  const { attention, line } = app;
  if (attention.soundOn.value || !line.registered.value) return null;
  return (
    <div class="notice">
      <p>{words.soundOff}</p>
      <button type="button" class="quiet" onClick={() => attention.turnOnSound()}>
        {words.turnOnSound}
      </button>
    </div>
  );
}
