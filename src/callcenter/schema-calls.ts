import { headerMeanings } from "./day-kinds.ts";
import { choice, count, flag, seconds } from "./setting-kinds.ts";

/** How calls are taken, shown and logged. */
export const callsSchema = {
  calls: {
    label: "Calls",
    items: {
      most: count({
        label: "Calls at the same time",
        help: "How many calls an agent may have, held ones included; one more that comes in is told the agent is busy.",
        default: 6,
        from: 1,
        to: 12,
      }),
      pop: choice({
        label: "Open the caller's record",
        help: "When to open what the softphone layout says: ring, answer, or hand, when the agent asks for it. The caller is looked for and shown at the first ring. never: nobody is looked for.",
        of: ["ring", "answer", "hand", "never"],
        default: "ring",
      }),
      search: choice({
        label: "Search for the number",
        help: "variants looks for the number in the usual ways of writing it; received only as the network sent it.",
        of: ["variants", "received"],
        default: "variants",
      }),
      searchFor: choice({
        label: "Search for",
        help: "Whose number is looked for: the caller's, the one that was dialled, or either, the dialled one where nobody has the caller's.",
        of: ["caller", "dialled", "either"],
        default: "caller",
      }),
      attached: headerMeanings({
        label: "Meaning of attached data",
        help: "What SIP header fields say of an incoming call: Case=X-Case; Contact=X-Customer; Queue=X-Queue; Segment=X-Segment; Dialled=X-Dialled. A record that is named so, by number, name or Id, opens instead of the caller's; it has to be of a kind that the softphone layout lists. Addresses of pages are never taken from there.",
      }),
      home: choice({
        label: "Where the sound lives",
        help: "window keeps it in a small window of its own, which page loads do not touch; page never offers one; automatic keeps it in the page and lets the agent choose.",
        of: ["automatic", "page", "window"],
        default: "automatic",
      }),
      log: flag({
        label: "Log calls",
        help: "Saves each call as a completed task when it ends.",
        default: true,
      }),
      keepFor: seconds({
        label: "Keep a call without a page",
        help: "Seconds a call goes on after the last page with the softphone is gone; it has to outlast your slowest page load.",
        default: 60,
        from: 5,
        to: 3600,
      }),
    },
  },
} as const;
