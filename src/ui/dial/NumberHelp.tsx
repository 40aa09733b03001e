import { useComputed, useModel, useSignal, useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { FindingModel } from "../../softphone/finding-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import { findWords, readingText } from "./find-words.ts";
import { Choices } from "./Choices.tsx";
import { Recents } from "./Recents.tsx";
import { describe, listenTo } from "./combobox.ts";
import { Suggestions } from "./Suggestions.tsx";

type NumberHelpProps = {
  app: Pick<Softphone, "link" | "crm" | "dialer" | "now">;
  field: RefObject<HTMLInputElement | null>;
};

/** What stands below the number field: whom the agent may mean, what will be dialled and why, recent calls. */
export function NumberHelp({ app, field }: NumberHelpProps) {
  const model = useModel(() => new FindingModel(app));
  const open = useSignal(false);
  const active = useSignal(-1);
  const shown = useComputed(() => (open.value ? model.suggestions.value : []));
  const recentsShown = useSignal(false);
  useEffect(() => {
    if (!field.current) return undefined;
    return listenTo(field.current, { model, open, active, shown });
  }, [field, model, open, active, shown]);
  useSignalEffect(() => {
    if (field.current) describe(field.current, { count: shown.value.length, active: active.value });
  });
  const reading = model.reading.value;
  return (
    <div class="number-help">
      {shown.value.length > 0 && (
        <Suggestions
          suggestions={shown.value}
          active={active.value}
          pick={(suggestion) => {
            open.value = suggestion.number === undefined;
            model.pick(suggestion);
          }}
        />
      )}
      <p id="number-reading" class="reading">
        {reading && readingText(reading)}
      </p>
      <Choices dialer={app.dialer} />
      <button
        type="button"
        class="quiet"
        aria-expanded={recentsShown.value}
        onClick={() => {
          model.begin();
          recentsShown.value = !recentsShown.value;
        }}
      >
        {findWords.recents}
      </button>
      {recentsShown.value && <Recents model={model} dialer={app.dialer} now={app.now.value} />}
    </div>
  );
}
