import type { KeeperModel } from "../../softphone/keeper-model.ts";
import type { CallSnapshot, Caller, Match } from "../../softphone/states.ts";
import { factWords, matchesText, recordWords as words } from "./words.ts";

type RecordPartProps = {
  call: CallSnapshot;
  keeper: Pick<
    KeeperModel,
    "callers" | "canLook" | "choose" | "held" | "look" | "make" | "openHeld"
  >;
};

/** What belongs to a call in the CRM: its record, those that could be meant, or the way to a new one. */
export function RecordPart({ call, keeper }: RecordPartProps) {
  const caller = keeper.callers.value.get(call.id);
  return (
    <>
      {caller && <Facts caller={caller} />}
      <Record call={call} keeper={keeper} />
      {keeper.held.value.has(call.id) && (
        <p class="notice" aria-live="polite">
          {words.editing}{" "}
          <button type="button" onClick={() => keeper.openHeld(call)}>
            {words.openAnyway}
          </button>
        </p>
      )}
    </>
  );
}

function Record({ call, keeper }: RecordPartProps) {
  const caller = keeper.callers.value.get(call.id);
  if (call.record) return <Related call={call} keeper={keeper} />;
  if (!caller) return null;
  return caller.matches.length === 0 ? (
    <Nobody call={call} keeper={keeper} />
  ) : (
    <Matches call={call} keeper={keeper} />
  );
}

/** Facts that came along with the call. Text of strangers: shown, and nothing else. */
function Facts({ caller: { facts } }: { caller: Caller }) {
  if (facts.length === 0) return null;
  return (
    <dl class="facts" aria-label={words.facts}>
      {facts.map(({ fact, value }) => (
        <div key={fact}>
          <dt>{factWords[fact]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Related({ call, keeper }: RecordPartProps) {
  const { record } = call;
  const match = keeper.callers.value.get(call.id)?.matches.find(({ id }) => id === record?.id);
  if (!record) return null;
  return (
    <div class="record">
      <p>
        <span class="kind">{record.object}</span> {record.name}{" "}
        {keeper.canLook.value && (
          <button type="button" onClick={() => keeper.look(call)}>
            {words.show}
          </button>
        )}
      </p>
      {match && <Details match={match} />}
    </div>
  );
}

function Matches({ call, keeper }: RecordPartProps) {
  const matches = keeper.callers.value.get(call.id)?.matches ?? [];
  return (
    <div class="record" role="group" aria-label={words.whichRecord}>
      <p>
        {matchesText(matches.length)} {words.whichRecord}
      </p>
      {matches.map((match) => (
        <div key={match.id}>
          <button type="button" class="choice" onClick={() => keeper.choose(call, match)}>
            {match.name} <span class="kind">{match.object}</span>
          </button>
          <Details match={match} />
        </div>
      ))}
    </div>
  );
}

function Details({ match: { details = [] } }: { match: Match }) {
  if (details.length === 0) return null;
  return (
    <dl class="facts">
      {details.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const newRecords = ["Contact", "Lead", "Account", "Case"];

/** Nothing opens before the agent says what this is to become. */
function Nobody({ call, keeper }: RecordPartProps) {
  const layout = keeper.callers.value.get(call.id)?.layout;
  const wanted = newRecords.filter((object) => layout?.objects.includes(object));
  return (
    <div class="record" role="group" aria-label={words.unknown}>
      <p>
        {words.unknown} {words.newRecord}:
      </p>
      {(wanted.length > 0 ? wanted : newRecords).map((object) => (
        <button key={object} type="button" onClick={() => keeper.make(call, object)}>
          {object}
        </button>
      ))}
    </div>
  );
}
