import { useSignal, useSignalEffect } from "@preact/signals";
import { useDesk } from "../desk-context.ts";

/** Plays Omni-Channel beside the softphone: the agent's status there, and work that comes in. */
export function OmniPanel() {
  const { salesforce, attempt } = useDesk();
  const omni = salesforce.omni;
  const turns = useSignal(0);
  useSignalEffect(() => omni?.on("changed", () => turns.value++));
  if (!omni) return <p>Omni-Channel is in the console only.</p>;
  return (
    // Drawn anew at each change: the desk below is no signal.
    <div key={turns.value}>
      <label>
        Status{" "}
        <select
          value={omni.status ?? ""}
          onChange={({ currentTarget }) => attempt(() => omni.setStatus(currentTarget.value))}
        >
          {!omni.status && <option value="">Signed out</option>}
          {omni.statuses.map(({ statusId, statusName }) => (
            <option key={statusId} value={statusId}>
              {statusName}
            </option>
          ))}
        </select>
      </label>
      <p class="tool-bar">
        <button type="button" onClick={() => attempt(() => omni.assign())}>
          A chat arrives
        </button>
      </p>
      <ul>
        {omni.works.map(({ workId, isEngaged }) => (
          <li key={workId}>
            {workId}{" "}
            {isEngaged ? (
              <button type="button" onClick={() => attempt(() => omni.close(workId))}>
                Close
              </button>
            ) : (
              <button type="button" onClick={() => attempt(() => omni.accept(workId))}>
                Accept
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
