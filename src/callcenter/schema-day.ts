import { recordId, words } from "./day-kinds.ts";
import { choice, seconds } from "./setting-kinds.ts";

/** Settings of what fills an agent's day beside calls. */
export const daySchema = {
  presence: {
    label: "Presence",
    items: {
      reasons: words({
        label: "Reasons for not ready",
        help: "What an agent can choose from, separated by semicolons.",
        default: ["Break", "Lunch", "Meeting"],
      }),
      wrapUp: seconds({
        label: "Wrap-up",
        help: "Seconds after a conversation in which the agent finishes its log, and is not ready. 0 for none: the log is saved at once.",
        default: 0,
        from: 0,
        to: 3600,
      }),
      extendBy: seconds({
        label: "More wrap-up",
        help: "Seconds that an agent adds to the wrap-up with each click.",
        default: 30,
        from: 5,
        to: 3600,
      }),
      notReadyCalls: choice({
        label: "Calls while not ready",
        help: "ring lets them ring; refuse declines them, also during the wrap-up.",
        of: ["ring", "refuse"],
        default: "ring",
      }),
      available: recordId({
        label: "Omni-Channel: ready",
        help: "Id of the presence status that goes with a ready phone. Empty: Omni-Channel is left alone.",
        prefix: "0N5",
      }),
      onCall: recordId({
        label: "Omni-Channel: on a call",
        help: "Id of the presence status for calls and wrap-up. Empty: the one for not ready.",
        prefix: "0N5",
      }),
      away: recordId({
        label: "Omni-Channel: not ready",
        help: "Id of the presence status that goes with a phone that is not ready.",
        prefix: "0N5",
      }),
    },
  },
} as const;
