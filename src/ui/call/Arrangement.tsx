import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { CallModel } from "../../softphone/call-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import { arrangementText, callWords, holdWord } from "./call-words.ts";
import { KeysField } from "./KeysField.tsx";
import { Together } from "./Together.tsx";
import { TransferPanel } from "./TransferPanel.tsx";

export type ArrangementProps = {
  app: Pick<Softphone, "crm" | "link">;
  model: CallModel;
};

/** What the agent can do with a call that is up, beyond muting and ending it: with it alone, and with others. */
export function Arrangement({ app, model }: ArrangementProps) {
  const open = useSignal<"transfer" | "keys" | undefined>(undefined);
  const opener = useRef<HTMLButtonElement>(null);
  const call = model.call.value;
  const partners = model.partners.value;
  if (call.state.phase !== "connected") return null;
  const toggle = (name: "transfer" | "keys") => () =>
    (open.value = open.value === name ? undefined : name);
  return (
    <>
      <div class="actions">
        <button type="button" aria-pressed={model.held.value} onClick={() => model.toggleHeld()}>
          {holdWord(model.held.value, partners)}
        </button>
        <button
          ref={opener}
          type="button"
          aria-expanded={open.value === "transfer"}
          onClick={toggle("transfer")}
        >
          {callWords.transfer}
        </button>
        <button type="button" aria-expanded={open.value === "keys"} onClick={toggle("keys")}>
          {callWords.keys}
        </button>
        <Together model={model} />
      </div>
      {open.value === "transfer" && (
        <TransferPanel
          app={app}
          model={model}
          done={() => {
            opener.current?.focus();
            open.value = undefined;
          }}
        />
      )}
      {open.value === "keys" && <KeysField model={model} />}
      {/* Below: they come and go, and would move what is about to be clicked. */}
      <News model={model} />
    </>
  );
}

function News({ model }: Pick<ArrangementProps, "model">) {
  const text = arrangementText(model.call.value);
  return text === "" ? null : <p class="arrangement">{text}</p>;
}
