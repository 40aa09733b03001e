import type { CatalogMethod } from "../catalog.ts";
import type { Explorer } from "../explorer.ts";
import type { Field } from "../fields.ts";

type CallFormProps = { explorer: Explorer; method: CatalogMethod };

/** The arguments, filled in with something that works, and what sends them. */
export function CallForm({ explorer, method }: CallFormProps) {
  const { fields, kind } = method.entry;
  const texts = explorer.textsOf(method);
  const listening = explorer.runOf(method)?.outcome.phase === "listening";
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (listening) explorer.stop(method);
    else void explorer.start(method);
  };
  return (
    <form onSubmit={submit} aria-label="Arguments">
      {Object.entries(fields).map(([name, field]) => (
        <ArgumentField
          key={name}
          {...{ name, field }}
          text={texts[name] ?? field.example}
          onFill={(text) => explorer.fillIn(method, name, text)}
        />
      ))}
      <button type="submit" class={listening ? "stop" : undefined}>
        {kind === "call" ? "Call" : listening ? "Stop" : "Listen"}
      </button>
    </form>
  );
}

type ArgumentProps = {
  name: string;
  field: Field<unknown>;
  text: string;
  onFill: (text: string) => void;
};

function ArgumentField({ name, field, text, onFill }: ArgumentProps) {
  return (
    <label>
      <span>
        {name} {field.hint !== undefined && <small>{field.hint}</small>}
      </span>
      <Input {...{ field, text, onFill }} />
    </label>
  );
}

function Input({ field: { kind, options = [] }, text, onFill }: Omit<ArgumentProps, "name">) {
  const onInput = (event: { readonly currentTarget: { readonly value: string } }) =>
    onFill(event.currentTarget.value);
  switch (kind) {
    case "flag":
      return (
        <input
          type="checkbox"
          checked={text === "true"}
          onChange={(event) => onFill(String(event.currentTarget.checked))}
        />
      );
    case "choice":
      return (
        <select value={text} onChange={onInput}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      );
    case "lines":
      return <textarea rows={Math.max(2, text.split("\n").length)} value={text} {...{ onInput }} />;
    case "number":
      return <input type="number" step="any" value={text} onInput={onInput} />;
    case "text":
      return <input type="text" value={text} autocomplete="off" onInput={onInput} />;
  }
}
