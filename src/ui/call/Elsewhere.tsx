import { useSignal } from "@preact/signals";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { callWords } from "./call-words.ts";

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

function Ways({ app: { crm, link }, call: { id } }: ElsewhereProps) {
  const target = useSignal("");
  const mailbox = crm.settings.value?.features.voicemail;
  const redirect = (to: string) => link.send({ type: "redirect", call: id, target: to });
  const decline = (reason: "busy" | "unavailable") =>
    link.send({ type: "decline", call: id, reason });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (target.value.trim() !== "") redirect(target.value);
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
          <button type="button" onClick={() => redirect(mailbox)}>
            {callWords.toVoicemail}
          </button>
        )}
      </div>
      <div class="number-row">
        <input
          type="text"
          inputMode="tel"
          autocomplete="off"
          aria-label={callWords.sendTo}
          placeholder={callWords.sendTo}
          value={target.value}
          onInput={({ currentTarget }) => (target.value = currentTarget.value)}
        />
        <button type="submit">{callWords.send}</button>
      </div>
    </form>
  );
}
