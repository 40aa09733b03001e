import { sampleRate } from "./mu-law.ts";

/** Loudness from 0 to 1, as the root of the mean square. */
export function loudness(samples: Float64Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** How loud one pitch is within a sound (Goertzel), on the scale of {@link loudness}. */
export function loudnessAt(hertz: number, samples: Float64Array): number {
  if (samples.length === 0) return 0;
  const step = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
  let [one, two] = [0, 0];
  for (const sample of samples) [one, two] = [sample + step * one - two, one];
  const power = one * one + two * two - step * one * two;
  return (Math.sqrt(Math.max(power, 0)) / samples.length) * Math.SQRT2;
}

/** The pitch of a single tone, by its zero crossings; `null` when there are too few. */
export function pitch(samples: Float64Array): number | null {
  const crossings = [...upwardCrossings(samples)];
  const [first] = crossings;
  const last = crossings.at(-1);
  if (first === undefined || last === undefined || crossings.length < 3) return null;
  return ((crossings.length - 1) * sampleRate) / (last - first);
}

function* upwardCrossings(samples: Float64Array): Generator<number> {
  let before = samples[0] ?? 0;
  for (const [position, sample] of samples.entries()) {
    // Between two samples, where a straight line would cross.
    if (before < 0 && sample >= 0) yield position - sample / (sample - before);
    before = sample;
  }
}
