import { useSignal } from "@preact/signals";
import type { CallModel } from "../../softphone/call-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import { arrangementText, callWords, holdWord, namedWords, shortName } from "./call-words.ts";
import { KeysField } from "./KeysField.tsx";
import { TransferPanel } from "./TransferPanel.tsx";

export type ArrangementProps = {
  app: Pick<Softphone, "crm" | "link">;
  model: CallModel;
};

/** What the agent can do with a call that is up, beyond muting and ending it: with it alone, and with others. */
export function Arrangement({ app, model }: ArrangementProps) {
  const open = useSignal<"transfer" | "keys" | undefined>(undefined);
  const call = model.call.value;
  const partners = model.partners.value;
  if (call.state.phase !== "connected") return null;
  const toggle = (name: "transfer" | "keys") => () =>
    (open.value = open.value === name ? undefined : name);
  return (
    <>
      <News model={model} />
      <div class="actions">
        <button type="button" aria-pressed={model.held.value} onClick={() => model.toggleHeld()}>
          {holdWord(model.held.value, partners)}
        </button>
        <button
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
        <TransferPanel app={app} model={model} done={() => (open.value = undefined)} />
      )}
      {open.value === "keys" && <KeysField model={model} />}
    </>
  );
}

/** Two calls made one. */
function Together({ model }: Pick<ArrangementProps, "model">) {
  const { inConference, consultsFor } = model.call.value;
  const [partner] = model.partners.value;
  if (!partner) return null;
  const isConsult = partner.id === consultsFor;
  const name = shortName(partner);
  return (
    <>
      {inConference ? (
        <button type="button" onClick={() => model.split()}>
          {callWords.split}
        </button>
      ) : (
        <button type="button" onClick={() => model.mergeWith(partner)}>
          {callWords.merge}
        </button>
      )}
      {(isConsult || inConference) && (
        <button type="button" onClick={() => model.connectWith(partner)}>
          {namedWords.connect(name)}
        </button>
      )}
      {isConsult && (
        <button type="button" onClick={() => model.returnTo(partner)}>
          {namedWords.back(name)}
        </button>
      )}
    </>
  );
}

function News({ model }: Pick<ArrangementProps, "model">) {
  const text = arrangementText(model.call.value);
  return text === "" ? null : <p class="arrangement">{text}</p>;
}
