/** Robots that give a page the time to change. */
export const robots = {
  /** Rings for a while, and then answers. */
  slow: "610",
  /** Is heard before it answers. */
  announcing: "620",
  /** Rings for as long as anybody waits. */
  patient: "630",
} as const;

/** Where the server parks calls, and gives them back: two robots of the house. */
const lot = { park: "600", retrieve: "601" } as const;
export const colleague = { name: "Anna", number: "201" } as const;

/** What the abilities need of the demo. */
export const playground = {
  robots: {
    [robots.slow]: { ringFor: 2_500, voice: 440 },
    [robots.announcing]: { ringFor: 2_500, voice: 659, early: "plain" },
    [robots.patient]: { ringFor: Infinity },
  },
  settings: {
    "/features/park": lot.park,
    "/features/retrieve": lot.retrieve,
    "/features/voicemail": "*97",
    "/features/colleagues": `${colleague.name}: ${colleague.number}`,
    "/features/autoAnswer": "true",
  },
} as const;
