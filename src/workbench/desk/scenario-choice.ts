/** Salesforce as its manual says. */
export const noScenario = "none";

const kept = "workbench.scenario";

/** The scenario that the address names, or the one it named before: in standard tabs no link carries it on. */
export function chosenScenario(search: string): string {
  const named = new URLSearchParams(search).get("scenario");
  if (named !== null) sessionStorage.setItem(kept, named);
  return sessionStorage.getItem(kept) ?? noScenario;
}
