import { useModel } from "@preact/signals";
import { CallModel } from "../../softphone/call-model.ts";
import { asCsv } from "../../softphone/pending-export.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { Afterwards } from "./Afterwards.tsx";
import { callWords, pendingText } from "./call-words.ts";

type PendingProps = { app: Pick<Softphone, "crm" | "day" | "keeper" | "line" | "link"> };

/** Calls whose log, or what follows it, is not safe in the CRM. The current one is counted here, and dealt with on its card. */
export function Pending({ app }: PendingProps) {
  const pending = app.keeper.pending.value;
  if (pending.length === 0) return null;
  const current = app.line.currentCall.value?.id;
  return (
    <section class="pending" aria-label={pendingText(pending.length)}>
      <header>
        <h2>{pendingText(pending.length)}</h2>
        <button
          type="button"
          class="quiet"
          onClick={() => download(asCsv(pending, app.crm.settings.value))}
        >
          {callWords.exportPending}
        </button>
      </header>
      <ul>
        {pending
          .filter(({ id }) => id !== current)
          .map((call) => (
            <PendingCall key={call.id} app={app} first={call} />
          ))}
      </ul>
    </section>
  );
}

function PendingCall({ app, first }: PendingProps & { first: CallSnapshot }) {
  const model = useModel(() => new CallModel(app.link, first));
  const { remote, startedAt } = model.call.value;
  return (
    <li>
      <p class="who">{remote.name ?? remote.number}</p>
      <p class="state">{new Date(startedAt).toLocaleString()}</p>
      <Afterwards app={app} model={model} />
    </li>
  );
}

function download(csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "calls-not-saved.csv";
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
