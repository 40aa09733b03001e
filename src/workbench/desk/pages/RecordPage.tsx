import { useState } from "preact/hooks";
import { layoutOf } from "../../records/layouts.ts";
import type { WorkbenchRecord } from "../../records/store.ts";
import { useDesk, useSurroundings } from "../desk-context.ts";
import { FieldValue } from "../FieldValue.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { useLoaded } from "../use-loaded.ts";
import { Wait } from "../Wait.tsx";
import { RecordForm } from "./RecordForm.tsx";
import { RelatedLists } from "./RelatedLists.tsx";

type RecordPageProps = { id: string; editing?: boolean };

/** A record: its fields, its related lists, and a form in their place while it is edited. */
export function RecordPage({ id, editing: editingFirst = false }: RecordPageProps) {
  const { store } = useDesk();
  const { setDirty } = useSurroundings();
  const [editing, setEditing] = useState(editingFirst);
  const [saves, setSaves] = useState(0);
  const loaded = useLoaded(() => store.get(id), [store, id, saves]);
  const leaveForm = () => {
    setDirty?.(false);
    setEditing(false);
    setSaves(saves + 1);
  };

  return (
    <Wait for={loaded}>
      {(record) => {
        if (!record) return <NoRecord />;
        return editing ? (
          <RecordForm record={record} onSaved={leaveForm} onCancel={leaveForm} />
        ) : (
          <RecordView record={record} onEdit={() => setEditing(true)} />
        );
      }}
    </Wait>
  );
}

function NoRecord() {
  return (
    <p class="refusal" role="alert">
      The record you attempted to access does not exist. It may have been deleted.
    </p>
  );
}

function RecordView({ record, onEdit }: { record: WorkbenchRecord; onEdit: () => void }) {
  return (
    <article class="record-page">
      <PageTitle
        kind={layoutOf(record.object)?.label ?? record.object}
        title={record.name}
        object={record.object}
      >
        <button type="button" class="button" onClick={onEdit}>
          Edit
        </button>
      </PageTitle>
      <RecordDetail record={record} />
      <RelatedLists record={record} />
    </article>
  );
}

function RecordDetail({ record }: { record: WorkbenchRecord }) {
  const { label = "", fields = [] } = layoutOf(record.object) ?? {};
  return (
    <section class="detail" aria-label={`${label} Detail`}>
      <h2>{label} Detail</h2>
      <dl>
        {fields.map(({ api, label: fieldLabel, kind }) => (
          <div key={api} class={kind === "longText" ? "wide" : undefined}>
            <dt>{fieldLabel}</dt>
            <dd data-field={api}>
              <FieldValue record={record} api={api} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
