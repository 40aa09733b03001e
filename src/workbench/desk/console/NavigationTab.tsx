import { useMemo, useState } from "preact/hooks";
import { parseAddress } from "../address.ts";
import { SurroundingsContext, useDesk, type Surroundings } from "../desk-context.ts";
import { PageAt } from "../pages/PageAt.tsx";

/** The first tab of the console: the list views of the object chosen in its menu. */
export function NavigationTab({ hidden }: { hidden: boolean }) {
  const { salesforce } = useDesk();
  const { items, selected } = salesforce.console.value.navigation;
  const item = items.find(({ id }) => id === selected);
  return (
    <section role="tabpanel" aria-labelledby="tab-navigation" class="tab-panel" hidden={hidden}>
      {item && <Lists key={item.id} url={item.url} />}
    </section>
  );
}

/** Lists stay in the navigation tab; all else opens a tab of its own. */
function Lists({ url }: { url: string }) {
  const { salesforce, attempt } = useDesk();
  const [shown, show] = useState(url);
  const surroundings = useMemo<Surroundings>(
    () => ({
      follow: (next) => {
        if (parseAddress(next).page === "list") show(next);
        else attempt(() => salesforce.open(next));
      },
    }),
    [salesforce, attempt],
  );
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <div class="page">
        <PageAt url={shown} />
      </div>
    </SurroundingsContext.Provider>
  );
}
