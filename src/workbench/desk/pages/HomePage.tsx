import { useDesk } from "../desk-context.ts";
import { PageTitle } from "../PageTitle.tsx";
import { RecordTable } from "../RecordTable.tsx";
import { useLoaded } from "../use-loaded.ts";
import { Wait } from "../Wait.tsx";

/** The first page of a day: open cases, and the last calls. */
export function HomePage() {
  const { store } = useDesk();
  const loaded = useLoaded(async () => {
    const views = await store.listViews();
    const shown = views.filter(({ label }) => label === "My Open Cases" || label === "My Calls");
    return Promise.all(
      shown.map(async (view) => ({ view, rows: (await store.rows(view.id)).slice(0, 8) })),
    );
  }, [store]);
  return (
    <article>
      <PageTitle kind="Home" title="Ada Agent" />
      <Wait for={loaded}>
        {(lists) =>
          lists.map(({ view, rows }) => (
            <section key={view.id} class={`related object-${view.object.toLowerCase()}`}>
              <h2>{view.label}</h2>
              <RecordTable
                label={view.label}
                object={view.object}
                columns={view.columns}
                records={rows}
              />
            </section>
          ))
        }
      </Wait>
    </article>
  );
}
