import { isAllowedOrigin } from "../../toolkits/allowed-origins.ts";

/** What the softphone can know of the pages around it before anything is loaded. */
export interface Surroundings {
  /** Whether another page embeds us. */
  readonly framed: boolean;
  /** Origins of the pages around us; absent where the browser does not tell. */
  readonly ancestors: readonly string[] | undefined;
  /** Our own address's query: Salesforce names itself there. */
  readonly search: string;
  /** Pages that may embed us: the administrator's list, and our own origin. */
  readonly allowed: readonly string[];
}

/**
 * What to do here.
 *
 * - `alone`: nobody embeds us.
 * - `salesforce`: a page on the list embeds us.
 * - `refused`: a stranger does, or pretends to: no toolkit is loaded and no line opened.
 */
export type Verdict = "alone" | "salesforce" | "refused";

/** Looks at who embeds the softphone, by the browser's word and by the address's. Both have to be on the list. */
export function gate({ framed, ancestors, search, allowed }: Surroundings): Verdict {
  if (!framed) return "alone";
  const named = namedOrigin(search);
  const around = [...(ancestors ?? []), ...(named === undefined ? [] : [named])];
  if (around.length === 0) return "refused"; // nobody vouches for whoever embeds us
  return around.every((origin) => isAllowedOrigin(origin, allowed)) ? "salesforce" : "refused";
}

/** Who the address says embeds us. The Classic toolkits and the Lightning one differ in a capital letter. */
function namedOrigin(search: string): string | undefined {
  const named = [...new URLSearchParams(search)].find(
    ([name]) => name.toLowerCase() === "sfdciframeorigin",
  );
  return named?.[1].toLowerCase();
}
