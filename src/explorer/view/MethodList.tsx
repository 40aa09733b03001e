import type { CatalogMethod } from "../catalog.ts";
import type { Explorer } from "../explorer.ts";

type MethodListProps = { explorer: Explorer };

const kitTitles = { opencti: "Open CTI", console: "Console toolkit" } as const;

/** The methods by chapter, as far as they match the filter. */
export function MethodList({ explorer }: MethodListProps) {
  const { shown, filter } = explorer;
  const chapters = byChapter(shown.value);
  return (
    <nav aria-label="Methods">
      <div class="filter">
        <input
          type="search"
          aria-label="Filter methods"
          placeholder="Filter, such as screenPop or tab"
          value={filter.value}
          onInput={(event) => (filter.value = event.currentTarget.value)}
        />
        <p role="status">{shown.value.length} methods</p>
      </div>
      <div class="chapters">
        {chapters.map(([title, methods]) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {methods.map((method) => (
                <MethodItem key={method.id} explorer={explorer} method={method} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function byChapter(methods: readonly CatalogMethod[]) {
  const titleOf = ({ kit, chapter }: CatalogMethod) => `${kitTitles[kit]} · ${chapter}`;
  const titles = [...new Set(methods.map(titleOf))];
  return titles.map(
    (title) => [title, methods.filter((method) => titleOf(method) === title)] as const,
  );
}

function MethodItem({ explorer, method }: { explorer: Explorer; method: CatalogMethod }) {
  const current = explorer.selected.value?.id === method.id;
  return (
    <li>
      <button
        type="button"
        aria-current={current ? "true" : undefined}
        title={method.summary}
        onClick={() => (explorer.selected.value = method)}
      >
        {method.path}
      </button>
    </li>
  );
}
