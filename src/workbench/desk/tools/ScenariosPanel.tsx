import { useDesk } from "../desk-context.ts";

/** Chooses the quirk that Salesforce is played with; the page loads again with it. */
export function ScenariosPanel() {
  const { scenarios, load } = useDesk();
  const current = new URLSearchParams(location.search).get("scenario") ?? "";
  const choose = (name: string) => {
    const url = new URL(location.href);
    if (name) url.searchParams.set("scenario", name);
    else url.searchParams.delete("scenario");
    load(url.pathname + url.search);
  };
  const usual = {
    name: "",
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
