import { useMemo, useState } from "preact/hooks";
import type { ConsoleTab, PrimaryTab } from "../../console/state.ts";
import { SurroundingsContext, useDesk, type Surroundings } from "../desk-context.ts";
import { PageAt } from "../pages/PageAt.tsx";
import { TabStrip } from "./TabStrip.tsx";

type PrimaryTabPanelProps = { tab: PrimaryTab; hidden: boolean };

/** A primary tab: its own page and its subtabs, all kept alive while others are in front. */
export function PrimaryTabPanel({ tab, hidden }: PrimaryTabPanelProps) {
  const { salesforce } = useDesk();
  const inFront = tab.focusedSubtab ?? tab.id;
  // The primary tab's own page is shown in the strip as its first subtab.
  const { id, label, dirty, detailsId = id } = tab;
  return (
    <section role="tabpanel" aria-labelledby={`tab-${id}`} class="tab-panel" hidden={hidden}>
      {tab.subtabs.length > 0 && (
        <nav class="subtab-bar" aria-label={`Subtabs of ${label}`}>
          <TabStrip
            label={`Subtabs of ${label}`}
            tabs={[{ id: detailsId, label, dirty }, ...tab.subtabs]}
            focused={inFront === id ? detailsId : inFront}
            onFocus={(chosen) => salesforce.focusTab(chosen)}
          />
        </nav>
      )}
      {[tab, ...tab.subtabs].map((one) => (
        <div key={one.id} class="page" hidden={one.id !== inFront}>
          <TabPage key={`${one.revision} ${one.url}`} tab={one} primary={id} />
        </div>
      ))}
    </section>
  );
}

/** The page in a tab; its links open subtabs beside it. */
function TabPage({ tab, primary }: { tab: ConsoleTab; primary: string }) {
  const { salesforce, attempt } = useDesk();
  const [url, setUrl] = useState(tab.url);
  const surroundings = useMemo<Surroundings>(
    () => ({
      follow: (next) => attempt(() => salesforce.open(next, { subtabOf: primary })),
      setDirty: (dirty) => salesforce.setDirty(tab.id, dirty),
      replace: setUrl,
    }),
    [salesforce, attempt, primary, tab.id],
  );
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <PageAt url={url} />
    </SurroundingsContext.Provider>
  );
}
