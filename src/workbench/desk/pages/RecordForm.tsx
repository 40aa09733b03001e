import { useId, useState } from "preact/hooks";
import type { Field } from "../../records/layout.ts";
import { layoutOf } from "../../records/layouts.ts";
import type { ObjectName, WorkbenchRecord } from "../../records/store.ts";
import { useDesk, useSurroundings } from "../desk-context.ts";
import { PageTitle } from "../PageTitle.tsx";
import { reasonOf } from "../use-loaded.ts";

/** What a form starts from: a record to change, or an object and some of a new one's fields. */
type FormRecord =
  | Pick<WorkbenchRecord, "Id" | "object" | "name" | "fields">
  | { readonly object: ObjectName; readonly fields: Readonly<Record<string, string>> };

type RecordFormProps = {
  record: FormRecord;
  onSaved: (record: WorkbenchRecord) => void;
  onCancel: () => void;
};

/** Edits a record's fields, or makes a new record. */
export function RecordForm({ record, onSaved, onCancel }: RecordFormProps) {
  const { store, salesforce } = useDesk();
  const { setDirty } = useSurroundings();
  const [refusal, setRefusal] = useState("");
  const { label, fields = [] } = layoutOf(record.object) ?? {};
  const save = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const values = changedFields(record, new FormData(event.currentTarget));
    store.save(record.object, values).then(
      (saved) => {
        salesforce.recordSaved(saved, !("Id" in record));
        onSaved(saved);
      },
      (error: unknown) => setRefusal(reasonOf(error)),
    );
  };

  return (
    <form class="record-form" onSubmit={save} onInput={() => setDirty?.(true)}>
      <PageTitle
        kind={`${label ?? record.object} Edit`}
        title={"name" in record ? record.name : `New ${label ?? record.object}`}
        object={record.object}
      >
        <button type="submit" class="button">
          Save
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </PageTitle>
      {refusal && (
        <p class="refusal" role="alert">
          {refusal}
        </p>
      )}
      <div class="detail">
        {fields
          .filter((field) => !field.derived && field.api !== "CaseNumber")
          .map((field) => (
            <FormField key={field.api} field={field} value={record.fields[field.api] ?? ""} />
          ))}
      </div>
    </form>
  );
}

function FormField({ field, value }: { field: Field; value: string }) {
  const id = useId();
  return (
    <div class={field.kind === "longText" ? "wide" : undefined}>
      <label for={id}>{field.label}</label>
      <FieldInput id={id} field={field} value={value} />
    </div>
  );
}

function FieldInput({ id, field, value }: { id: string; field: Field; value: string }) {
  const { api, kind, options = [], required = false } = field;
  if (kind === "longText") return <textarea id={id} name={api} rows={4} defaultValue={value} />;
  if (kind === "picklist") {
    return (
      <select id={id} name={api} defaultValue={value}>
        {["", ...options].map((option) => (
          <option key={option} value={option} selected={option === value}>
            {option || "--None--"}
          </option>
        ))}
      </select>
    );
  }
  const shared = { id, name: api, required, defaultValue: value };
  if (kind === "date") return <input type="date" {...shared} />;
  return <input type="text" {...shared} />;
}

/** Only what the agent changed goes to Salesforce: what a page does not show must not be lost. */
function changedFields(record: FormRecord, form: FormData): Record<string, string> {
  const changed: Record<string, string> = "Id" in record ? { Id: record.Id } : {};
  for (const [api, value] of form) {
    if (typeof value !== "string") continue;
    const before = "Id" in record ? (record.fields[api] ?? "") : "";
    if (value !== before) changed[api] = value;
  }
  return changed;
}
