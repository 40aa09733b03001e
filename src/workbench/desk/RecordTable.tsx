import { fieldOf } from "../records/layouts.ts";
import type { ObjectName, WorkbenchRecord } from "../records/store.ts";
import { FieldValue } from "./FieldValue.tsx";

type RecordTableProps = {
  label: string;
  object: ObjectName;
  columns: readonly string[];
  records: readonly WorkbenchRecord[];
};

/** Records as rows: a list view, a related list, search results. */
export function RecordTable({ label, object, columns, records }: RecordTableProps) {
  if (records.length === 0) return <p class="empty">No records to display</p>;
  return (
    <table class="records" aria-label={label}>
      <thead>
        <tr>
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
