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
        help: "When to look for the caller and open what the softphone layout says: ring, answer or never.",
        of: ["ring", "answer", "never"],
        default: "ring",
      }),
      search: choice({
        label: "Search for the number",
        help: "variants looks for the number in the usual ways of writing it; received only as the network sent it.",
        of: ["variants", "received"],
        default: "variants",
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
