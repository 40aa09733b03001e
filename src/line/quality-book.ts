import type { QualitySample } from "../telephony/call-quality.ts";
import type { CallQuality } from "./protocol.ts";

/** Seconds of which each score is kept. */
const longest = 60;

/** Adds up how well one call is heard, second by second, over all the documents that carry it. */
export class QualityBook {
  /** How often its sound came back. */
  resumed = 0;
  #last: QualitySample | undefined;
  #history: readonly number[] = [];
  #seconds = 0;
  #min = Infinity;
  #scores = 0;
  #jitters = 0;
  #expected = 0;
  #lost = 0;

  add(sample: QualitySample): void {
    const { mos, jitter, expected, lost } = sample;
    this.#last = sample;
    this.#history = [...this.#history, mos].slice(-longest);
    this.#seconds += 1;
    this.#min = Math.min(this.#min, mos);
    this.#scores += mos;
    this.#jitters += jitter;
    this.#expected += expected;
    this.#lost += lost;
  }

  /** `undefined` before the first second. */
  get snapshot(): CallQuality | undefined {
    const last = this.#last;
    if (!last) return undefined;
    const { mos, jitter, expected, lost, lossThere, roundTrip, codec, path } = last;
    return {
      seconds: this.#seconds,
      resumed: this.resumed,
      mos: { now: mos, min: this.#min, average: rounded(this.#scores / this.#seconds) },
      history: this.#history,
      loss: {
        now: share(lost, expected),
        average: share(this.#lost, this.#expected),
        ...(lossThere !== undefined && { there: lossThere }),
      },
      jitter: { now: jitter, average: rounded(this.#jitters / this.#seconds) },
      ...(roundTrip !== undefined && { roundTrip }),
      ...(codec !== undefined && { codec }),
      ...(path && { path }),
    };
  }
}

function share(lost: number, expected: number): number {
  return expected > 0 ? Math.round((lost / expected) * 10_000) / 10_000 : 0;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
