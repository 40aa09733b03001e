import { Fragment, type RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { WorkerLack } from "../../softphone/states.ts";
import type { WindowModel } from "../../softphone/window-model.ts";
import { useKeptFocus } from "../call/kept-focus.ts";
import { lacks, ways, windowWords as words } from "./words.ts";

type WindowPanelProps = {
  model: WindowModel;
  /** Why the phone does not live in the background. */
  lack?: WorkerLack | undefined;
};

type Panel = RefObject<HTMLElement | null>;

/** Opens the phone's own window, and says where the sound lives. */
export function WindowPanel({ model, lack }: WindowPanelProps) {
  const state = model.state.value;
  const panel = useRef<HTMLElement>(null);
  useKeptFocus(panel);
  return (
    <aside ref={panel} tabIndex={-1} class="window-panel" aria-label={words.panel}>
      {model.releaseLost.value && <p class="notice bad">{words.releaseLost}</p>}
      <News model={model} panel={panel} />
      {state === "wanted" && <p class="notice">{words.wanted}</p>}
      {state === "open" ? <Show model={model} /> : <Open model={model} />}
      <Way model={model} lack={lack} />
    </aside>
  );
}

function Open({ model }: Pick<WindowPanelProps, "model">) {
  if (model.state.value === "hidden") return null;
  return (
    <button type="button" class="quiet" onClick={() => model.open()}>
      {words.open}
    </button>
  );
}

/** It may be behind others. */
function Show({ model }: Pick<WindowPanelProps, "model">) {
  return (
    <button type="button" class="quiet" onClick={() => model.show()}>
      {words.show}
    </button>
  );
}

/** Always there: a screen reader says what comes into it, and so it comes in anew with each answer. */
function News({ model, panel }: Pick<WindowPanelProps, "model"> & { panel: Panel }) {
  useKeptFocus(panel);
  return (
    <div role="status">
      <Fragment key={model.answers.value}>
        {model.blocked.value && <p class="notice bad">{words.blocked}</p>}
        {model.state.value !== "hidden" && model.closed.value && <Closed model={model} />}
        {model.outOfReach.value && <p class="notice">{words.outOfReach}</p>}
      </Fragment>
    </div>
  );
}

/** It stays until the agent has read it, or has heard in a call what it says. */
function Closed({ model }: Pick<WindowPanelProps, "model">) {
  return (
    <div class="notice bad">
      <p>{words.closed}</p>
      <button type="button" class="quiet" onClick={() => model.dismissClosed()}>
        {words.dismiss}
      </button>
    </div>
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
