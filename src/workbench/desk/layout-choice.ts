const kept = "workbench.layout";

/** The softphone layout that the address names, or the one it named before: in standard tabs no link carries it on. */
export function chosenLayout(search: string): string {
  const named = new URLSearchParams(search).get("layout");
  if (named !== null) sessionStorage.setItem(kept, named);
  return sessionStorage.getItem(kept) ?? "usual";
}
