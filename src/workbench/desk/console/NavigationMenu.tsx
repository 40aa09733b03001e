import { useState } from "preact/hooks";
import { useDesk } from "../desk-context.ts";

/** The arrow beside the navigation tab: chooses the object whose list views are shown. */
export function NavigationMenu() {
  const { salesforce } = useDesk();
  const [open, setOpen] = useState(false);
  const { items, selected } = salesforce.console.value.navigation;
  const choose = (id: string) => {
    setOpen(false);
    salesforce.selectNavigation(id);
  };
  return (
    <div
      class="navigation-menu"
      onKeyDown={(event) => {
        if (event.key === "Escape") setOpen(false);
      }}
    >
      <button
        type="button"
        aria-label="Navigation"
        aria-haspopup="true"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ▾
      </button>
      {open && (
        <ul>
          {items.map(({ id, label }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === selected ? "true" : undefined}
                onClick={() => choose(id)}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
