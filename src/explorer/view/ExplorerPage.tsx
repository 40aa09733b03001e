import type { Explorer } from "../explorer.ts";
import { MethodList } from "./MethodList.tsx";
import { MethodPage } from "./MethodPage.tsx";

type ExplorerPageProps = { explorer: Explorer };

/** Every method of both toolkits at the left, the chosen one at the right. */
export function ExplorerPage({ explorer }: ExplorerPageProps) {
  const method = explorer.selected.value;
  return (
    <div class="explorer">
      <header aria-label="Toolkit explorer">
        <h1>Toolkit explorer</h1>
        {explorer.problem !== undefined && <p role="alert">{explorer.problem}</p>}
        {explorer.trouble.value !== "" && <p role="alert">{explorer.trouble.value}</p>}
      </header>
      <MethodList explorer={explorer} />
      <main aria-label="Method">
        {method && <MethodPage key={method.id} explorer={explorer} method={method} />}
      </main>
    </div>
  );
}
