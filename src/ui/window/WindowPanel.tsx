import type { WorkerLack } from "../../softphone/states.ts";
import type { WindowModel } from "../../softphone/window-model.ts";
import { lacks, ways, windowWords as words } from "./words.ts";

type WindowPanelProps = {
  model: WindowModel;
  /** Why the phone does not live in the background. */
  lack?: WorkerLack | undefined;
};

/** Opens the phone's own window, and says where the sound lives. */
export function WindowPanel({ model, lack }: WindowPanelProps) {
  const state = model.state.value;
  const openable = state === "offered" || state === "wanted";
  return (
    <aside class="window-panel" aria-label={words.panel}>
      {model.releaseLost.value && <p class="notice bad">{words.releaseLost}</p>}
      {model.blocked.value && <p class="notice bad">{words.blocked}</p>}
      {openable && model.closed.value && <p class="notice bad">{words.closed}</p>}
      {state === "wanted" && <p class="notice">{words.wanted}</p>}
      {openable && (
        <button type="button" class="quiet" onClick={() => model.open()}>
          {words.open}
        </button>
      )}
      <Way model={model} lack={lack} />
    </aside>
  );
}

/** How calls outlive a page load, and why not better: for the administrator who looks. */
function Way({ model, lack }: WindowPanelProps) {
  const way = model.way.value;
  // Without storage no page knows of the call of the page before it.
  if (lack === "refused" && way === "page") {
    const openable = model.state.value !== "hidden";
    return (
      <p class="notice bad">
        {words.forgets} {openable && words.orWindow}
      </p>
    );
  }
  return (
    <>
      {model.elsewhere.value && (
        <button type="button" onClick={() => model.usePhoneHere()}>
          {words.usePhoneHere}
        </button>
      )}
      {model.asksEachPage.value && <p class="notice">{words.asksEachPage}</p>}
      <p class="way">
        {ways[way]} {lack && lacks[lack]}
      </p>
    </>
  );
}
