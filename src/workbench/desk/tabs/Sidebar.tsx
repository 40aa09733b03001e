import { layouts } from "../../records/layouts.ts";
import { recentlyViewed } from "../../records/list-views.ts";
import { listAddress } from "../address.ts";
import { useDesk } from "../desk-context.ts";
import { useLoaded } from "../use-loaded.ts";
import { Wait } from "../Wait.tsx";

/** The left column of a standard tab. The softphone's frame lies over its first box. */
export function Sidebar() {
  return (
    <aside class="sidebar" aria-label="Sidebar">
      <div class="softphone-place" />
      <CreateNew />
      <RecentItems />
    </aside>
  );
}

function CreateNew() {
  const makeable = layouts.filter(({ object }) => object !== "User" && object !== "Task");
  return (
    <section class="sidebar-box">
      <h2>Create New…</h2>
      <ul>
        {makeable.map(({ object, label }) => (
          <li key={object}>
            <a href={`${listAddress(object)}/e`}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecentItems() {
  const { store } = useDesk();
  const loaded = useLoaded(async () => {
    const views = await store.listViews();
    const shown = views.filter(
      ({ label, object }) => label === recentlyViewed && ["Contact", "Case"].includes(object),
    );
    const lists = await Promise.all(shown.map(({ id }) => store.rows(id)));
    return lists.flatMap((rows) => rows.slice(0, 5));
  }, [store]);
  return (
    <section class="sidebar-box">
      <h2>Recent Items</h2>
      <Wait for={loaded}>
        {(records) => (
          <ul>
            {records.map(({ Id, name }) => (
              <li key={Id}>
                <a href={`/${Id}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </Wait>
    </section>
  );
}
