import type { ConsoleTab } from "../../console/state.ts";
import { useDesk } from "../desk-context.ts";

/** A tab as a strip shows it; one without `closable` cannot be closed. */
type StripTab = Pick<ConsoleTab, "id" | "label"> &
  Partial<Pick<ConsoleTab, "closable" | "dirty" | "iconUrl" | "pinned" | "style" | "textColor">>;

type TabStripProps = {
  label: string;
  tabs: readonly StripTab[];
  focused: string;
  onFocus: (id: string) => void;
};

/** A row of tabs. Arrow keys move, Delete closes. */
export function TabStrip({ label, tabs, focused, onFocus }: TabStripProps) {
  const step = (event: KeyboardEvent, by: number) => {
    const at = tabs.findIndex(({ id }) => id === focused) + by;
    const next = tabs[(at + tabs.length) % tabs.length];
    if (next) onFocus(next.id);
    const strip = (event.currentTarget as HTMLElement | null)?.closest('[role="tablist"]');
    requestAnimationFrame(() =>
      strip?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    );
  };
  return (
    <div class="tab-strip" role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <StripItem
          key={tab.id}
          tab={tab}
          focused={tab.id === focused}
          onFocus={onFocus}
          onStep={step}
        />
      ))}
    </div>
  );
}

type StripItemProps = {
  tab: StripTab;
  focused: boolean;
  onFocus: (id: string) => void;
  onStep: (event: KeyboardEvent, by: number) => void;
};

function StripItem({ tab, focused, onFocus, onStep }: StripItemProps) {
  const close = useClosing(tab);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") onStep(event, 1);
    else if (event.key === "ArrowLeft") onStep(event, -1);
    else if (event.key === "Delete" && tab.closable) close();
  };
  return (
    <span class={`strip-item${focused ? " strip-item-focused" : ""}`} role="presentation">
      <button
        type="button"
        role="tab"
        id={`tab-${tab.id}`}
        aria-selected={focused}
        tabIndex={focused ? 0 : -1}
        style={[tab.style, tab.textColor && `color:${tab.textColor}`].filter(Boolean).join(";")}
        onClick={() => onFocus(tab.id)}
        onKeyDown={onKeyDown}
      >
        {tab.iconUrl && <img src={tab.iconUrl} alt="" width={16} height={16} />}
        {tab.pinned && <span aria-label="pinned">📌 </span>}
        {tab.dirty && <span aria-label="unsaved changes">* </span>}
        {tab.label}
      </button>
      {tab.closable && (
        <button
          type="button"
          class="tab-close"
          // For the mouse; from the keyboard it is Delete, as a tab list may hold nothing but tabs.
          aria-hidden="true"
          tabIndex={-1}
          title={`Close ${tab.label}`}
          onClick={close}
        >
          ×
        </button>
      )}
    </span>
  );
}

function useClosing(tab: StripTab): () => void {
  const { salesforce } = useDesk();
  const question = `${tab.label} has unsaved changes. Close it all the same?`;
  return () => {
    if (!tab.dirty || window.confirm(question)) salesforce.closeTab(tab.id);
  };
}
