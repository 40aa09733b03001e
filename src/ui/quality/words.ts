import type { CallQuality, MediaPath, Quiet } from "../../softphone/states.ts";

// Loaded with the calls' lines about quality, apart from the words that every page needs at once.

/** How good a conversation is: the classes of ITU-T G.107, Annex B, in three words. */
export type Grade = "good" | "fair" | "poor";

/** `good`: most are satisfied (a rating of 80); `fair`: some are not (70). */
export function gradeOf(mos: number): Grade {
  if (mos >= 4.02) return "good";
  return mos >= 3.6 ? "fair" : "poor";
}

const grades: Record<Grade, string> = { good: "Good", fair: "Fair", poor: "Poor" };

/** Why nobody hears anything, and what can be done. */
export function quietText({ us, them }: Quiet): readonly string[] {
  return [...(us ? [silences.us] : []), ...(them ? [silences[them]] : [])];
}

const silences = {
  us: "Your microphone gives no sound: they cannot hear you. Look for a mute button on the headset, or choose another microphone.",
  nothing:
    "Nothing arrives from the other side: you cannot hear them. The network may be in the way; call again if it stays so.",
  silence: "The other side is silent: sound arrives, but nothing is said. They may be muted.",
} as const;

/** The score in a sentence, while the call lasts. */
export function nowText({ mos }: CallQuality): string {
  return `Quality: ${grades[gradeOf(mos.now)].toLowerCase()} (${mos.now.toFixed(1)})`;
}

/** The score in a sentence, once it is over. */
export function summaryText({ mos }: CallQuality): string {
  const word = grades[gradeOf(mos.average)].toLowerCase();
  return `Quality: ${word} (${mos.average.toFixed(1)} on average, ${mos.min.toFixed(1)} at worst)`;
}

/** What the graph shows, for those who do not see it. */
export function graphText({ history }: CallQuality): string {
  const seconds = history.length === 1 ? "second" : `${history.length} seconds`;
  const [low, high] = [Math.min(...history), Math.max(...history)].map((mos) => mos.toFixed(1));
  return `Quality of the last ${seconds}, of at most 4.5: from ${low ?? ""} to ${high ?? ""}`;
}

/** Names and values for whoever looks for the cause. */
export function factsOf(quality: CallQuality): readonly (readonly [string, string])[] {
  const { loss, jitter, roundTrip, codec, path } = quality;
  return [
    ["Lost on the way here", percent(loss.now)],
    ...(loss.there === undefined ? [] : [["Lost on the way there", percent(loss.there)] as const]),
    ["Jitter", milliseconds(jitter.now)],
    ...(roundTrip === undefined ? [] : [["There and back", milliseconds(roundTrip)] as const]),
    ...(codec === undefined ? [] : [["Codec", codec] as const]),
    ...(path ? [["Way", pathText(path)] as const] : []),
  ];
}

const ways: Readonly<Record<string, string>> = {
  host: "direct",
  srflx: "through a router",
  prflx: "through a router",
  relay: "through a relay",
};

function pathText({ local, remote, protocol }: MediaPath): string {
  const way = [local, remote].includes("relay") ? "relay" : local;
  return `${ways[way] ?? way}, ${protocol.toUpperCase()}`;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const milliseconds = (value: number) => `${Math.round(value)} ms`;

export const qualityWords = { details: "Details" } as const;
