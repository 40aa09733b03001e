import type { KeptWishes } from "../../../src/line/wishes/wish-store.ts";

const chosen = { ready: false, reason: "Lunch", by: "agent" } as const;

/** An agent who has lunch, and wants no calls at all. */
export const wanted: KeptWishes = {
  owner: "org agent@d.test",
  wishes: { doNotDisturb: true, presence: { phase: "notReady", since: 7, chosen } },
};
