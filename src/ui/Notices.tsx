import type { Softphone } from "../softphone/softphone.ts";
import type { CrmStatus } from "../softphone/crm-model.ts";
import { words } from "./messages.ts";
import {
  hostProblems,
  phoneProblems,
  storageProblems,
  waitingText,
  wrongItemsText,
} from "./notice-words.ts";

/** What the agent should know or do, beside the state of line and call. */
export function Notices({ app }: { app: Pick<Softphone, "crm" | "dialer" | "line"> }) {
  const { crm, dialer, line } = app;
  const refusal = line.refusal.value;
  const storage = line.storage.value;
  const crmProblem = problemOf(crm.status.value);
  return (
    <>
      {refusal && <p class="notice bad">{phoneProblems[refusal]}</p>}
      <Waiting line={line} />
      {dialer.badNumber.value && <p class="notice bad">{phoneProblems.badNumber}</p>}
      {storage && <p class="notice">{storageProblems[storage]}</p>}
      {crmProblem && (
        <div class="notice">
          <p>{crmProblem}</p>
          {crm.status.value.phase === "failed" && (
            <button type="button" class="quiet" onClick={() => crm.tryAgain()}>
              {words.tryAgain}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** A number that is dialled as soon as the line is ready. */
function Waiting({ line }: Pick<Softphone, "line">) {
  if (!line.waiting.value) return null;
  return (
    <div class="notice">
      <p>{waitingText(line.waiting.value)}</p>
      <button type="button" class="quiet" onClick={() => line.cancelWaiting()}>
        {words.cancel}
      </button>
    </div>
  );
}

function problemOf(status: CrmStatus): string | undefined {
  if (status.phase === "connecting") return undefined;
  if (status.problem) return hostProblems[status.problem];
  return status.wrongItems.length > 0 ? wrongItemsText(status.wrongItems) : undefined;
}
