import { useSignal } from "@preact/signals";
import type { LogModel } from "../../softphone/day/log-model.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { leftText, logWords as words } from "./words.ts";

type LogFormProps = { app: Pick<Softphone, "day">; call: CallSnapshot };
type PartProps = { log: LogModel; call: CallSnapshot };

/** What the agent may fill in of a call's log, beside the notes. Every text is shown as it came. */
export function LogForm({ app, call }: LogFormProps) {
  const open = useSignal(false);
  const log = app.day.value?.log;
  if (!log) return null;
  const left = log.left.value.get(call.id);
  return (
    <>
      {left && <p class="notice">{leftText(left)}</p>}
      <details class="log-form" onToggle={({ currentTarget }) => (open.value = currentTarget.open)}>
        <summary>{words.heading}</summary>
        {open.value && <Fields log={log} call={call} />}
      </details>
    </>
  );
}

function Fields({ log, call }: PartProps) {
  return (
    <>
      <RelatedTo log={log} call={call} />
      <Choice
        name={words.outcome}
        of={log.outcomes.value}
        value={call.draft?.disposition}
        onChoose={(disposition) => log.change(call, { disposition })}
      />
      <Choice
        name={words.type}
        of={log.types.value}
        value={call.draft?.type}
        onChoose={(type) => log.change(call, { type })}
      />
      <Choice
        name={words.quickText}
        of={log.quickTexts.value}
        value=""
        onChoose={(text) => log.insert(call, text)}
      />
      <label>
        {words.subject}
        <TypedText
          value={call.draft?.subject ?? ""}
          placeholder={words.asUsual}
          onType={(subject) => log.change(call, { subject })}
        />
      </label>
      <FollowUp log={log} call={call} />
    </>
  );
}

function RelatedTo({ log, call }: PartProps) {
  const candidates = log.candidates(call);
  const value = candidates.findIndex(({ id }) => id === call.record?.id);
  return (
    <label>
      {words.relatedTo}
      <select
        value={String(value)}
        onChange={({ currentTarget }) => log.relate(call, candidates[Number(currentTarget.value)])}
      >
        <option value="-1">{words.nothing}</option>
        {candidates.map(({ id, object, name }, at) => (
          <option key={id} value={String(at)}>
            {object}: {name ?? id}
          </option>
        ))}
      </select>
    </label>
  );
}

type ChoiceProps = {
  name: string;
  of: readonly string[];
  value: string | undefined;
  onChoose: (value: string) => void;
};

/** Not there at all where the administrator offers nothing. */
function Choice({ name, of, value, onChoose }: ChoiceProps) {
  if (of.length === 0) return null;
  return (
    <label>
      {name}
      <select
        value={value ?? ""}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== "") onChoose(currentTarget.value);
        }}
      >
        <option value="">{words.choose}</option>
        {of.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

function FollowUp({ log, call }: PartProps) {
  const { subject = "", on = "" } = call.draft?.followUp ?? {};
  return (
    <fieldset>
      <legend>{words.followUp}</legend>
      <TypedText
        label={words.followUpSubject}
        placeholder={words.followUpSubject}
        value={subject}
        onType={(text) => log.change(call, { followUp: { subject: text } })}
      />
      <input
        type="date"
        aria-label={words.followUpDay}
        value={on}
        onChange={({ currentTarget: { value } }) => log.change(call, { followUp: { on: value } })}
      />
    </fieldset>
  );
}

type TypedTextProps = {
  /** Where no label is around it. */
  label?: string;
  value: string;
  placeholder: string;
  onType: (text: string) => void;
};

/** A line of text that is kept as it is typed: a page load in the middle of a word loses nothing. */
function TypedText({ label, value, placeholder, onType }: TypedTextProps) {
  // While the agent types, an older text on its way back from the line must not overwrite the newer one.
  const typed = useSignal<string | undefined>(undefined);
  return (
    <input
      aria-label={label}
      placeholder={placeholder}
      maxLength={255}
      value={typed.value ?? value}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
        onType(currentTarget.value);
      }}
      onBlur={() => (typed.value = undefined)}
    />
  );
}
