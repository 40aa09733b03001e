import type { WindowModel } from "../../softphone/window-model.ts";
import { ways, windowWords as words } from "./words.ts";

/** Opens the phone's own window, and says where the sound lives. */
export function WindowPanel({ model }: { model: WindowModel }) {
  const state = model.state.value;
  const openable = state === "offered" || state === "wanted";
  return (
    <aside class="window-panel" aria-label={words.panel}>
      {model.blocked.value && <p class="notice bad">{words.blocked}</p>}
      {openable && model.closed.value && <p class="notice bad">{words.closed}</p>}
      {state === "wanted" && <p class="notice">{words.wanted}</p>}
      {openable && (
        <button type="button" class="quiet" onClick={() => model.open()}>
          {words.open}
        </button>
      )}
      <p class="way">{ways[model.way.value]}</p>
    </aside>
  );
}
