import type { RelatedList } from "../../records/layout.ts";
import { layoutOf } from "../../records/layouts.ts";
import type { WorkbenchRecord } from "../../records/store.ts";
import { useDesk } from "../desk-context.ts";
import { RecordTable } from "../RecordTable.tsx";
import { useLoaded } from "../use-loaded.ts";
import { Wait } from "../Wait.tsx";

/** What hangs on a record: its cases, opportunities, and the history of its calls. */
export function RelatedLists({ record }: { record: WorkbenchRecord }) {
  const lists = layoutOf(record.object)?.relatedLists ?? [];
  return (
    <>
      {lists.map((list) => (
        <RelatedListOf key={list.label} record={record} list={list} />
      ))}
    </>
  );
}

function RelatedListOf({ record, list }: { record: WorkbenchRecord; list: RelatedList }) {
  const { store } = useDesk();
  const { label, object, field, columns } = list;
  const loaded = useLoaded(() => store.related(object, field, record.Id), [store, record, list]);
  return (
    <section class={`related object-${object.toLowerCase()}`} aria-label={label}>
      <h2>{label}</h2>
      <Wait for={loaded}>
        {(records) => (
          <>
            <RecordTable label={label} object={object} columns={columns} records={records} />
            {object === "Task" && <Comments tasks={records} />}
          </>
        )}
      </Wait>
    </section>
  );
}

/** The notes of the last calls, which a table has no room for. */
function Comments({ tasks }: { tasks: readonly WorkbenchRecord[] }) {
  const noted = tasks.filter(({ fields }) => fields.Description).slice(0, 3);
  return (
    <>
      {noted.map(({ Id, name, fields }) => (
        <p key={Id} class="comment">
          <strong>{name}:</strong> {fields.Description}
        </p>
      ))}
    </>
  );
}
