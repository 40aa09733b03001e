import type { ReadonlySignal, Signal } from "@preact/signals";
import type { FindingModel } from "../../softphone/finding-model.ts";
import type { Suggestion } from "../../softphone/finding/suggestion.ts";

/** The list below a field, as its keys move through it. */
export interface FieldList {
  readonly model: Pick<FindingModel, "begin" | "pick">;
  readonly open: Signal<boolean>;
  /** Index of the suggestion that Enter takes; -1 for none. */
  readonly active: Signal<number>;
  readonly shown: ReadonlySignal<readonly Suggestion[]>;
}

/**
 * Makes a combobox of a field that is on the screen already: the field is drawn before the code of its list is here.
 * Returns what makes it a plain field again.
 */
export function listenTo(field: HTMLInputElement, list: FieldList): () => void {
  const ignore = new AbortController();
  const { signal } = ignore;
  const close = () => {
    list.open.value = false;
    list.active.value = -1;
  };
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-describedby", "number-reading");
  field.addEventListener("focus", () => list.model.begin(), { signal });
  field.addEventListener("blur", close, { signal });
  const write = () => {
    list.model.begin();
    list.open.value = true;
    list.active.value = -1;
  };
  field.addEventListener("input", write, { signal });
  field.addEventListener("keydown", (event) => press(event, list, close), { signal });
  // Whoever types while the list's code is on its way.
  if (document.activeElement === field) write();
  return () => ignore.abort();
}

/** Tells a screen reader what the list shows. */
export function describe(field: HTMLElement, { count, active }: { count: number; active: number }) {
  field.setAttribute("aria-expanded", String(count > 0));
  if (count > 0) field.setAttribute("aria-controls", "number-suggestions");
  else field.removeAttribute("aria-controls");
  if (count > 0 && active >= 0) field.setAttribute("aria-activedescendant", optionId(active));
  else field.removeAttribute("aria-activedescendant");
}

export function optionId(index: number): string {
  return `number-suggestion-${index}`;
}

function press(event: KeyboardEvent, list: FieldList, close: () => void): void {
  const { open, active, shown } = list;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    if (!open.value) open.value = true;
    const count = shown.value.length;
    // One place more than there are suggestions: the field itself.
    active.value = ((active.value + 1 + step + count + 1) % (count + 1)) - 1;
    return;
  }
  if (event.key === "Escape") close();
  const chosen = shown.value[active.value];
  if (event.key !== "Enter") return;
  close();
  if (!chosen) return;
  event.preventDefault();
  open.value = chosen.number === undefined;
  list.model.pick(chosen);
}
