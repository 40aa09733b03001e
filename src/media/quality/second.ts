import type { QualitySample } from "../../telephony/call-quality.ts";
import { meanOpinion, rating } from "./e-model.ts";
import type { Energy, Reading } from "./reading.ts";

/** Milliseconds of sound in a packet, which the sender has to wait for. */
const packetLength = 20;

/** How well a call was heard between two readings. */
export function sampleBetween(before: Reading, after: Reading): QualitySample {
  const lost = Math.max(0, after.lost - before.lost);
  const received = Math.max(0, after.received - before.received);
  const expected = received + lost;
  const loss = Math.max(expected > 0 ? lost / expected : 0, after.lossThere ?? 0);
  const score = meanOpinion(rating({ delay: delayBetween(before, after), loss }));
  return {
    // A second without any packet is one in which nobody was heard.
    mos: received === 0 ? 1 : rounded(score),
    ...{ expected, lost },
    jitter: rounded(after.jitter * 1000),
    ...facts(after),
  };
}

/** What is known of the connection, whatever came over it. */
function facts({ roundTrip, lossThere, codec, path }: Reading) {
  return {
    ...(lossThere !== undefined && { lossThere }),
    ...(roundTrip !== undefined && { roundTrip: Math.round(roundTrip * 1000) }),
    ...(codec !== undefined && { codec }),
    ...(path && { path }),
  };
}

/** Loudness between two readings, from 0 to 1; `undefined` where the browser did not count. */
export function loudnessBetween(before: Energy, after: Energy): number | undefined {
  const [energy, seconds] = [after.energy - before.energy, after.seconds - before.seconds];
  // A new track begins to count anew.
  if (seconds <= 0 || energy < 0) return undefined;
  return Math.sqrt(energy / seconds);
}

/** Milliseconds from mouth to ear: half the way there and back, and the buffers at both ends. */
function delayBetween(before: Reading, after: Reading): number {
  const count = after.buffered.count - before.buffered.count;
  const waited = count > 0 ? (after.buffered.delay - before.buffered.delay) / count : 0;
  return 1000 * ((after.roundTrip ?? 0) / 2 + waited) + packetLength;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
