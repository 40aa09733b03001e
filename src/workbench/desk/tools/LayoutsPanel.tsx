import { layoutChoices } from "../../players/layout-choices.ts";
import { useDesk } from "../desk-context.ts";
import { chosenLayout } from "../layout-choice.ts";

/** Chooses the softphone layout of the agent's profile; the page loads again with it. */
export function LayoutsPanel() {
  const { load } = useDesk();
  const current = chosenLayout(location.search);
  const choose = (name: string) => {
    const url = new URL(location.href);
    url.searchParams.set("layout", name);
    load(url.pathname + url.search);
  };
  return (
    <ul class="scenarios">
      {layoutChoices.map(({ name, title, story }) => (
        <li key={name}>
          <button type="button" aria-pressed={name === current} onClick={() => choose(name)}>
            {title}
          </button>
          <p>{story}</p>
        </li>
      ))}
    </ul>
  );
}
