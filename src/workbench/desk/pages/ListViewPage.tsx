import { useSignal, type Signal } from "@preact/signals";
import { layoutOf } from "../../records/layouts.ts";
import { recentlyViewed } from "../../records/list-views.ts";
import { to18 } from "../../records/record-id.ts";
import type { ListView, ObjectName, WorkbenchRecord } from "../../records/store.ts";
import { listAddress } from "../address.ts";
import { useDesk, useSurroundings } from "../desk-context.ts";
import { Link } from "../Link.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { RecordTable } from "../RecordTable.tsx";
import { useLoaded } from "../use-loaded.ts";
import { Wait } from "../Wait.tsx";

type ListViewPageProps = { object: ObjectName; view?: string | undefined };

/** An object's list views, one of them shown. */
export function ListViewPage({ object, view }: ListViewPageProps) {
  const { store } = useDesk();
  const loaded = useLoaded(async () => {
    const views = (await store.listViews()).filter((one) => one.object === object);
    const wanted = view === undefined ? undefined : to18(view);
    const shown = views.find((one) => one.id === wanted) ?? views[0];
    return { views, shown, rows: shown ? await store.rows(shown.id) : [] };
  }, [store, object, view]);
  return (
    <Wait for={loaded}>
      {({ views, shown, rows }) =>
        shown ? <ShownView views={views} shown={shown} rows={rows} /> : <p>No list views</p>
      }
    </Wait>
  );
}

type ShownViewProps = {
  views: readonly ListView[];
  shown: ListView;
  rows: readonly WorkbenchRecord[];
};

function ShownView({ views, shown, rows }: ShownViewProps) {
  const { id, object, label, columns } = shown;
  const layout = layoutOf(object);
  const ticked = useSignal<readonly string[]>([]);
  return (
    <article class="list-page">
      <PageTitle kind={layout?.plural ?? object} title={label} object={object}>
        <ViewChooser views={views} shown={shown} />
        <Link class="button" href={`${listAddress(object)}/e`}>
          New {layout?.label ?? object}
        </Link>
        <CallThisList view={id} ticked={ticked} />
      </PageTitle>
      <RecordTable label={label} object={object} columns={columns} records={rows} ticked={ticked} />
      <p class="row-count">
        {rows.length} {rows.length === 1 ? "row" : "rows"}
      </p>
    </article>
  );
}

/** A list button that leads to a Visualforce page, with the rows that are ticked, or all. */
function CallThisList({ view, ticked }: { view: string; ticked: Signal<readonly string[]> }) {
  const { load } = useDesk();
  const { follow = load } = useSurroundings();
  const open = () => follow(`/apex/CallThisList?view=${view}&ids=${ticked.value.join(",")}`);
  return (
    <button type="button" class="button" onClick={open}>
      Call this list
    </button>
  );
}

function ViewChooser({ views, shown }: Pick<ShownViewProps, "views" | "shown">) {
  const { load } = useDesk();
  const { follow = load } = useSurroundings();
  const choose = (id: string) => {
    const chosen = views.find((one) => one.id === id);
    if (chosen) follow(listAddress(chosen.object, chosen.id));
  };
  return (
    <label class="view-chooser">
      View:{" "}
      <select value={shown.id} onChange={(event) => choose(event.currentTarget.value)}>
        {[...views].sort(recentLast).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function recentLast(one: ListView, other: ListView): number {
  return Number(one.label === recentlyViewed) - Number(other.label === recentlyViewed);
}
