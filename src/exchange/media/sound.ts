import { sampleRate, samplesPerFrame } from "./mu-law.ts";

/** What a robot says: called every 20 ms for the next samples. */
export type Sound = () => Int16Array;

const amplitude = 0.3 * 32_767;

/** A pure tone, so that a listener can tell by its pitch who is heard. */
export function tone(hertz: number): Sound {
  let position = 0;
  return () =>
    Int16Array.from({ length: samplesPerFrame }, () => {
      return Math.round(amplitude * Math.sin((2 * Math.PI * hertz * position++) / sampleRate));
    });
}

export function silence(): Sound {
  return () => new Int16Array(samplesPerFrame);
}
