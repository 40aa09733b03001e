import { layoutOf } from "../../records/layouts.ts";
import type { WorkbenchRecord } from "../../records/store.ts";
import { useDesk } from "../desk-context.ts";
import { PageTitle } from "../PageTitle.tsx";
import { RecordTable } from "../RecordTable.tsx";
import { useLoaded } from "../use-loaded.ts";
import { Wait } from "../Wait.tsx";

/** Search results, a table for each object. */
export function SearchPage({ text }: { text: string }) {
  const { store } = useDesk();
  const loaded = useLoaded(async () => {
    const [found, views] = await Promise.all([store.search(text), store.listViews()]);
    const columnsOf = (object: string) => views.find((view) => view.object === object)?.columns;
    return [...byObject(found)].map(([object, records]) => ({
      object,
      records,
      columns: columnsOf(object) ?? ["Name"],
      plural: layoutOf(object)?.plural ?? object,
    }));
  }, [store, text]);

  return (
    <article>
      <PageTitle kind="Search Results" title={text} />
      <Wait for={loaded}>
        {(groups) =>
          groups.length === 0 ? (
            <p class="empty">No matches found</p>
          ) : (
            groups.map(({ object, plural, columns, records }) => (
              <section key={object} class={`related object-${object.toLowerCase()}`}>
                <h2>
                  {plural} ({records.length})
                </h2>
                <RecordTable label={plural} object={object} columns={columns} records={records} />
              </section>
            ))
          )
        }
      </Wait>
    </article>
  );
}

function byObject(records: readonly WorkbenchRecord[]): Map<string, WorkbenchRecord[]> {
  const groups = new Map<string, WorkbenchRecord[]>();
  for (const record of records) {
    groups.set(record.object, [...(groups.get(record.object) ?? []), record]);
  }
  return groups;
}
