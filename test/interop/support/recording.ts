import { existsSync, readFileSync, statSync } from "node:fs";
import { loudness, loudnessAt } from "../../../src/exchange/media/spectrum.ts";
import { sampleRate } from "../../../src/exchange/media/mu-law.ts";

/** Sound that was taken down in a file, which may still be growing. */
export abstract class Recording {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  protected abstract read(bytes: Buffer): Sound;

  /** Bytes so far. */
  get size(): number {
    return existsSync(this.path) ? statSync(this.path).size : 0;
  }

  get seconds(): number {
    const { samples, rate } = this.#sound;
    return samples.length / rate;
  }

  /** How loud each of the pitches is in the last part of it, and how loud all of it. */
  end(seconds: number, pitches: readonly number[]): Heard {
    const { samples, rate } = this.#sound;
    const part = samples.subarray(Math.max(0, samples.length - seconds * rate));
    const at = (hertz: number) => loudnessAt((hertz * sampleRate) / rate, part);
    return { loudness: loudness(part), at: pitches.map(at) };
  }

  get #sound(): Sound {
    return this.read(existsSync(this.path) ? readFileSync(this.path) : Buffer.alloc(0));
  }
}

/** A sound file of one channel in 16 bits: its own word on its length is not heeded. */
export class SoundFile extends Recording {
  protected override read(bytes: Buffer): Sound {
    const data = bytes.indexOf("data");
    if (data < 0) return { samples: new Float64Array(0), rate: sampleRate };
    const [channels, bits] = [bytes.readUInt16LE(22), bytes.readUInt16LE(34)];
    if (channels !== 1 || bits !== 16) throw new Error(`${channels} channels of ${bits} bits`);
    const first = data + 8;
    const samples = new Float64Array(Math.floor((bytes.length - first) / 2));
    for (let n = 0; n < samples.length; n++) samples[n] = bytes.readInt16LE(first + 2 * n) / 32_768;
    return { samples, rate: bytes.readUInt32LE(24) };
  }
}

export interface Sound {
  readonly samples: Float64Array;
  /** Samples in a second. */
  readonly rate: number;
}

/** How loud a sound is, from 0 to 1, and how loud each of the pitches in it that were asked for. */
export interface Heard {
  readonly loudness: number;
  readonly at: readonly number[];
}
