import type { CatalogMethod } from "../catalog.ts";
import type { Explorer } from "../explorer.ts";
import { typesOf } from "../manual.ts";
import { CallForm } from "./CallForm.tsx";
import { OutcomeView } from "./OutcomeView.tsx";
import { WireList } from "./WireList.tsx";

type MethodPageProps = { explorer: Explorer; method: CatalogMethod };

/** One method: what it is for, its types, a form to call it with, and what came of that. */
export function MethodPage({ explorer, method }: MethodPageProps) {
  const { path, summary, about, since, signature, example, kit } = method;
  const types = typesOf(kit, signature);
  return (
    <article aria-labelledby="method">
      <h2 id="method">
        {path} <small>{since === null ? "version not documented" : `since API ${since}`}</small>
      </h2>
      <p class="summary">{summary}</p>
      {about !== "" && <p>{about}</p>}
      <pre class="signature" tabIndex={0} aria-label="Signature">
        {signature}
      </pre>
      {types.length > 0 && (
        <details open={types.length < 3}>
          <summary>Types</summary>
          <pre tabIndex={0}>{types.join("\n\n")}</pre>
        </details>
      )}
      <details>
        <summary>Example</summary>
        <pre tabIndex={0}>{example}</pre>
      </details>
      <CallForm explorer={explorer} method={method} />
      <OutcomeView outcome={explorer.runOf(method)?.outcome} />
      <WireList messages={explorer.wireOf(method)} />
    </article>
  );
}
