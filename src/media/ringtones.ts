/** One note of a ringtone: what sounds, when, and how it dies away. */
interface Note {
  /** Seconds from the beginning of a round. */
  readonly at: number;
  readonly length: number;
  readonly hertz: readonly number[];
  /** How fast it dies away, per second; 0 for a tone that stays. */
  readonly decay?: number;
  /** How often per second it wavers, as a bell does. */
  readonly waver?: number;
}

/** A sound that is played over and over: its notes, and the seconds of one round. */
export interface Recipe {
  readonly round: number;
  readonly volume: number;
  readonly notes: readonly Note[];
}

/** Our own sounds, made from tones when they are played, so that nothing has to be loaded. */
export const ringtones = {
  classic: {
    round: 3,
    volume: 0.25,
    notes: [{ at: 0, length: 1.4, hertz: [900, 1160], waver: 22 }],
  },
  chime: {
    round: 3,
    volume: 0.35,
    notes: [
      { at: 0, length: 1.2, hertz: [1046.5, 2093], decay: 4 },
      { at: 0.35, length: 1.2, hertz: [784, 1568], decay: 4 },
      { at: 0.7, length: 1.8, hertz: [659.3, 1318.5], decay: 3 },
    ],
  },
  marimba: {
    round: 2.8,
    volume: 0.4,
    notes: [523.3, 659.3, 784, 1046.5, 784, 659.3].map((hertz, n) => ({
      at: n * 0.18,
      length: 0.5,
      hertz: [hertz, hertz * 4],
      decay: 9,
    })),
  },
  pulse: {
    round: 2,
    volume: 0.2,
    notes: [0, 0.25, 0.5].map((at) => ({ at, length: 0.14, hertz: [1400, 1750] })),
  },
  low: {
    round: 3,
    volume: 0.35,
    notes: [0, 0.5].map((at) => ({ at, length: 0.4, hertz: [330, 440, 550] })),
  },
} as const satisfies Record<string, Recipe>;

export type Ringtone = keyof typeof ringtones;

/** Every ringtone, in the order in which they are offered: the keys of the constant above. */
export const ringtoneNames = Object.keys(ringtones) as readonly Ringtone[];

/** The ringtone of this name; the classic one where there is none. */
export function ringtoneNamed(name: string | undefined): Ringtone {
  return ringtoneNames.find((each) => each === name) ?? "classic";
}

const sampleRate = 16_000;

/** One round of a recipe, to be looped. */
export function render({ round, volume, notes }: Recipe): AudioBuffer {
  const buffer = new AudioBuffer({ length: round * sampleRate, sampleRate });
  const samples = buffer.getChannelData(0);
  for (const note of notes) add(samples, note, volume);
  return buffer;
}

function add(samples: Float32Array, note: Note, volume: number): void {
  const { at, length, hertz, decay = 0, waver = 0 } = note;
  const start = Math.round(at * sampleRate);
  for (let n = 0; n < length * sampleRate && start + n < samples.length; n++) {
    const time = n / sampleRate;
    const edge = Math.min(1, time * 50, (length - time) * 50); // no click at either end
    const bell = waver && Math.sin(2 * Math.PI * waver * time) < 0 ? 0.4 : 1;
    const sum = hertz.reduce((all, tone) => all + Math.sin(2 * Math.PI * tone * time), 0);
    const loudness = (volume * edge * bell * Math.exp(-decay * time)) / hertz.length;
    samples[start + n] = (samples[start + n] ?? 0) + loudness * sum;
  }
}
