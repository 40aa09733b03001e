/** Salesforce as its manual says. */
export const noScenario = "none";

const kept = "workbench.scenario";

/** The scenario that the address names, or the one it named before: in standard tabs no link carries it on. */
export function chosenScenario(search: string): string {
  const named = new URLSearchParams(search).get("scenario");
  if (named !== null) sessionStorage.setItem(kept, named);
  return sessionStorage.getItem(kept) ?? noScenario;
}

/**
 * Hands the toolkits' version to the script that makes the softphone's frame, which is there before any bundle.
 * Answers whether that changes anything: then the page has to load again.
 */
export function keepToolkitVersion(version: string | undefined): boolean {
  const before = sessionStorage.getItem("workbench.toolkitVersion") ?? undefined;
  if (version === undefined) sessionStorage.removeItem("workbench.toolkitVersion");
  else sessionStorage.setItem("workbench.toolkitVersion", version);
  return before !== version;
}
