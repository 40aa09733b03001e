import type { MediaPath } from "../../telephony/call-quality.ts";

/** What a browser has counted of one call's sound until now. */
export interface Reading {
  readonly received: number;
  readonly lost: number;
  /** Seconds. */
  readonly jitter: number;
  /** Seconds that packets waited in the buffer, in all, and how many samples came out of it. */
  readonly buffered: { readonly delay: number; readonly count: number };
  /** Seconds. */
  readonly roundTrip?: number;
  /** Share of our packets that the other side says it missed. */
  readonly lossThere?: number;
  readonly codec?: string;
  readonly path?: MediaPath;
  /** What was heard, and what the microphone gave. */
  readonly there: Energy;
  readonly here: Energy;
}

/** Sums over time, as WebRTC's statistics define them: their quotient is the mean square of the samples. */
export interface Energy {
  readonly energy: number;
  readonly seconds: number;
}

/** One of the browser's statistics: members come and go with its version. */
type Stat = Readonly<Record<string, unknown>>;

/** Reads a call's statistics. Before the first packet the browser has none of what is received: that is zero. */
export function readStats(report: ReadonlyMap<string, unknown>): Reading {
  // The browser's dictionaries; each member is looked at below.
  const all = new Map([...report].map(([id, stat]) => [id, stat as Stat]));
  const find = (type: string) =>
    [...all.values()].find((stat) => stat.type === type && (stat.kind ?? "audio") === "audio");
  const refer = (stat: Stat | undefined, member: string) => all.get(String(stat?.[member]));
  const inbound = find("inbound-rtp");
  const transport = find("transport");
  const pair = refer(transport, "selectedCandidatePairId");
  const remote = find("remote-inbound-rtp");
  return {
    received: count(inbound, "packetsReceived"),
    lost: count(inbound, "packetsLost"),
    jitter: count(inbound, "jitter"),
    buffered: {
      delay: count(inbound, "jitterBufferDelay"),
      count: count(inbound, "jitterBufferEmittedCount"),
    },
    there: energyOf(inbound),
    here: energyOf(find("media-source")),
    ...present({
      roundTrip: number(remote, "roundTripTime") ?? number(pair, "currentRoundTripTime"),
      lossThere: number(remote, "fractionLost"),
      codec: text(refer(inbound, "codecId"), "mimeType")?.replace("audio/", ""),
      path: pathOf(
        refer(pair, "localCandidateId"),
        text(refer(pair, "remoteCandidateId"), "candidateType"),
      ),
    }),
  };
}

function energyOf(stat: Stat | undefined): Energy {
  return {
    energy: count(stat, "totalAudioEnergy"),
    seconds: count(stat, "totalSamplesDuration"),
  };
}

function pathOf(local: Stat | undefined, remote: string | undefined): MediaPath | undefined {
  const kind = text(local, "candidateType");
  const protocol = text(local, "relayProtocol") ?? text(local, "protocol");
  return kind && remote && protocol ? { local: kind, remote, protocol } : undefined;
}

function number(stat: Stat | undefined, member: string): number | undefined {
  const value = stat?.[member];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function count(stat: Stat | undefined, member: string): number {
  return number(stat, member) ?? 0;
}

function text(stat: Stat | undefined, member: string): string | undefined {
  const value = stat?.[member];
  return typeof value === "string" && value !== "" ? value : undefined;
}

type Present<Given> = { readonly [Name in keyof Given]?: Exclude<Given[Name], undefined> };

function present<Given extends object>(given: Given): Present<Given> {
  const there = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as Present<Given>; // just looked at
}
