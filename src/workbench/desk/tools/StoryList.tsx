import { useDesk } from "../desk-context.ts";

/** Something that Salesforce can be played with. */
interface Story {
  readonly name: string;
  readonly title: string;
  readonly story: string;
}

/** `parameter`: by which the page's address names the one that is chosen. */
type StoryListProps = { parameter: string; stories: readonly Story[]; current: string };

/** Chooses one of several stories; the page loads again with it. */
export function StoryList({ parameter, stories, current }: StoryListProps) {
  const { load } = useDesk();
  const choose = (name: string) => {
    const url = new URL(location.href);
    url.searchParams.set(parameter, name);
    load(url.pathname + url.search);
  };
  return (
    <ul class="scenarios">
      {stories.map(({ name, title, story }) => (
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
