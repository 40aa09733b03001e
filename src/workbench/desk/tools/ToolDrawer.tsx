import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { CustomersPanel } from "./CustomersPanel.tsx";
import { LayoutsPanel } from "./LayoutsPanel.tsx";
import { OmniPanel } from "./OmniPanel.tsx";
import { ScenariosPanel } from "./ScenariosPanel.tsx";
import { WirePanel } from "./WirePanel.tsx";

const panels = {
  Wire: WirePanel,
  Customers: CustomersPanel,
  Layouts: LayoutsPanel,
  "Omni-Channel": OmniPanel,
  Scenarios: ScenariosPanel,
} as const satisfies Record<string, ComponentType>;

type PanelName = keyof typeof panels;

const kept = "workbench.panel";

/** The workbench's own tools, beside what is played: closed until asked for, and then through page loads. */
export function ToolDrawer() {
  const open = useSignal<PanelName | undefined>(panelNamed(sessionStorage.getItem(kept)));
  const toggle = (name: PanelName) => {
    open.value = open.value === name ? undefined : name;
    sessionStorage.setItem(kept, open.value ?? "");
  };
  const Panel = open.value && panels[open.value];
  return (
    <aside class={`tools${Panel ? " tools-open" : ""}`} aria-label="Workbench">
      {Panel && (
        <section class="tool-panel" aria-label={open.value}>
          <h2>{open.value}</h2>
          <Panel />
        </section>
      )}
      <div class="tool-rail">
        {(Object.keys(panels) as PanelName[]).map((name) => (
          <button
            key={name}
            type="button"
            aria-expanded={open.value === name}
            onClick={() => toggle(name)}
          >
            {name}
          </button>
        ))}
        {location.pathname !== "/explorer" && <a href="/explorer">Explorer</a>}
      </div>
    </aside>
  );
}

function panelNamed(name: string | null): PanelName | undefined {
  // The cast only says what the line before it has checked.
  return name !== null && Object.hasOwn(panels, name) ? (name as PanelName) : undefined;
}
