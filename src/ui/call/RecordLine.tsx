import type { KeeperModel } from "../../softphone/keeper-model.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { callWords, matchesText } from "./call-words.ts";

type RecordLineProps = { call: CallSnapshot; keeper: Pick<KeeperModel, "choose" | "matches"> };

/** The record a call belongs to; with several that could be meant, the agent chooses. */
export function RecordLine({ call, keeper }: RecordLineProps) {
  const matches = keeper.matches.value.get(call.id);
  if (call.record) {
    return (
      <p class="record">
        <span class="kind">{call.record.object}</span> {call.record.name}
      </p>
    );
  }
  if (!matches) return null;
  if (matches.length === 0) return <p class="record">{matchesText(0)}</p>;
  return (
    <div class="record" role="group" aria-label={callWords.whichRecord}>
      <p>
        {matchesText(matches.length)} {callWords.whichRecord}
      </p>
      {matches.map((record) => (
        <button
          key={record.id}
          type="button"
          class="choice"
          onClick={() => keeper.choose(call.id, record)}
        >
          {record.name} <span class="kind">{record.object}</span>
        </button>
      ))}
    </div>
  );
}
