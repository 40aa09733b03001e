import { Losses } from "./losses.ts";
import { sampleRate } from "./mu-law.ts";
import { loudness, loudnessAt, pitch } from "./spectrum.ts";

/** What one end of a call hears. */
export type Heard = {
  readonly packets: number;
  /** Loudness of the last half second, from 0 to 1; 0 when nothing came for a second. */
  readonly rms: number;
  /** Pitch in hertz, for a single tone; `null` in silence. */
  readonly frequency: number | null;
  /** When the last packet came, in milliseconds since 1970; `null` before the first. */
  readonly lastAt: number | null;
  /** The longest time without a packet since the mark, in milliseconds; one that still lasts counts. */
  readonly longestGapMs: number;
  /** Packets that never came since the mark, or since the other end began a new stream. */
  readonly lost: number;
};

/** Milliseconds, from any zero, that never go back. */
export type Clock = () => number;

const tooOld = 1_000;
const tooQuiet = 0.003;

/** Measures the sound that is received: loudness, pitch, and the gaps in it. */
export class Meter {
  readonly losses = new Losses();
  readonly #clock: Clock;
  readonly #window = new Float64Array(sampleRate / 2);
  #written = 0;
  #packets = 0;
  #lastAt: number | undefined;
  #markedAt: number;
  #longestGap = 0;

  constructor(clock: Clock = () => performance.now()) {
    this.#clock = clock;
    this.#markedAt = clock();
  }

  /** From now on gaps are measured anew. */
  mark(): void {
    this.#markedAt = this.#clock();
    this.#longestGap = 0;
    this.losses.mark();
  }

  hear(samples: Int16Array): void {
    this.#longestGap = Math.max(this.#longestGap, this.#gapUntilNow());
    this.#lastAt = this.#clock();
    this.#packets += 1;
    for (const sample of samples) {
      this.#window[this.#written++ % this.#window.length] = sample / 32_768;
    }
  }

  heard(): Heard {
    const samples = this.#recent();
    const rms = loudness(samples);
    return {
      packets: this.#packets,
      rms: Number(rms.toFixed(4)),
      frequency: rms < tooQuiet ? null : rounded(pitch(samples)),
      lastAt: this.#lastAt === undefined ? null : Math.round(performance.timeOrigin + this.#lastAt),
      longestGapMs: Math.round(Math.max(this.#longestGap, this.#gapUntilNow())),
      lost: this.losses.count,
    };
  }

  /** How loud one pitch is in what is heard; tells two voices apart that talk at once. */
  loudnessAt(hertz: number): number {
    return loudnessAt(hertz, this.#recent());
  }

  /** Milliseconds since anything was heard, or since the meter began to listen. */
  quietFor(): number {
    return this.#clock() - (this.#lastAt ?? this.#markedAt);
  }

  /** Before the first packet there is no gap: nothing has begun yet. */
  #gapUntilNow(): number {
    if (this.#lastAt === undefined) return 0;
    return this.#clock() - Math.max(this.#lastAt, this.#markedAt);
  }

  /** The last half second in its order. */
  #recent(): Float64Array {
    if (this.#lastAt === undefined || this.quietFor() > tooOld) return new Float64Array();
    const length = this.#window.length;
    if (this.#written <= length) return this.#window.subarray(0, this.#written);
    const start = this.#written % length;
    const recent = new Float64Array(length);
    recent.set(this.#window.subarray(start));
    recent.set(this.#window.subarray(0, start), length - start);
    return recent;
  }
}

function rounded(hertz: number | null): number | null {
  return hertz === null ? null : Number(hertz.toFixed(1));
}
