import { useDesk } from "../desk-context.ts";
import { chosenScenario, noScenario } from "../scenario-choice.ts";

/** Chooses the quirk that Salesforce is played with; the page loads again with it. */
export function ScenariosPanel() {
  const { scenarios, load } = useDesk();
  const current = chosenScenario(location.search);
  const choose = (name: string) => {
    const url = new URL(location.href);
    url.searchParams.set("scenario", name);
    load(url.pathname + url.search);
  };
  const usual = {
    name: noScenario,
    title: "As it should be",
    story: "Salesforce does what its manual says.",
  };
  return (
    <ul class="scenarios">
      {[usual, ...scenarios].map(({ name, title, story }) => (
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
