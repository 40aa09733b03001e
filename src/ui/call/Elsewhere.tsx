import { useModel, useSignal } from "@preact/signals";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { TransferModel } from "../../softphone/transfer-model.ts";
import { callWords } from "./call-words.ts";
import { TransferTarget } from "./TransferTarget.tsx";

type ElsewhereProps = { app: Pick<Softphone, "crm" | "link">; call: CallSnapshot };

/** What else can be done with a caller than to answer or decline: say why not, or send them elsewhere. */
export function Elsewhere({ app, call }: ElsewhereProps) {
  const shown = useSignal(false);
  if (call.direction !== "incoming" || call.state.phase !== "ringing") return null;
  return (
    <div class="elsewhere">
      <button
        type="button"
        class="quiet"
        aria-expanded={shown.value}
        onClick={() => (shown.value = !shown.value)}
      >
        {callWords.more}
      </button>
      {shown.value && <Ways app={app} call={call} />}
    </div>
  );
}

function Ways({ app, call }: ElsewhereProps) {
  const { crm, link } = app;
  const { id } = call;
  const transfer = useModel(() => new TransferModel(app, call));
  const mailbox = crm.settings.value?.features.voicemail;
  const decline = (reason: "busy" | "unavailable") =>
    link.send({ type: "decline", call: id, reason });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void transfer.go("redirect");
      }}
    >
      <div class="actions">
        <button type="button" onClick={() => decline("busy")}>
          {callWords.sayBusy}
        </button>
        <button type="button" onClick={() => decline("unavailable")}>
          {callWords.sayUnavailable}
        </button>
        {mailbox && (
          <button
            type="button"
            onClick={() => link.send({ type: "redirect", call: id, target: mailbox })}
          >
            {callWords.toVoicemail}
          </button>
        )}
      </div>
      <TransferTarget transfer={transfer} label={callWords.sendTo} />
      <div class="actions">
        <button type="submit">{callWords.send}</button>
      </div>
    </form>
  );
}
