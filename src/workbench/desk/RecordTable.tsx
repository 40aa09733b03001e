import type { Signal } from "@preact/signals";
import { fieldOf } from "../records/layouts.ts";
import type { ObjectName, WorkbenchRecord } from "../records/store.ts";
import { FieldValue } from "./FieldValue.tsx";

type RecordTableProps = {
  label: string;
  object: ObjectName;
  columns: readonly string[];
  records: readonly WorkbenchRecord[];
  /** Ids of the rows that are ticked; absent: rows cannot be ticked. */
  ticked?: Signal<readonly string[]>;
};

/** Records as rows: a list view, a related list, search results. */
export function RecordTable({ label, object, columns, records, ticked }: RecordTableProps) {
  if (records.length === 0) return <p class="empty">No records to display</p>;
  return (
    <table class="records" aria-label={label}>
      <thead>
        <tr>
          {ticked && <th scope="col">Action</th>}
          {columns.map((api) => (
            <th key={api} scope="col">
              {fieldOf(object, api).label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.Id} data-record={record.Id}>
            {ticked && <TickCell record={record} ticked={ticked} />}
            {columns.map((api) => (
              <td key={api}>
                <FieldValue record={record} api={api} linked />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TickCell({
  record,
  ticked,
}: {
  record: WorkbenchRecord;
  ticked: Signal<readonly string[]>;
}) {
  const { Id, name } = record;
  const others = ticked.value.filter((id) => id !== Id);
  return (
    <td>
      <input
        type="checkbox"
        aria-label={`Select ${name}`}
        checked={others.length < ticked.value.length}
        onChange={({ currentTarget }) => {
          ticked.value = currentTarget.checked ? [...others, Id] : others;
        }}
      />
    </td>
  );
}
