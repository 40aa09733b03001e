import { existsSync, readFileSync, statSync } from "node:fs";
import { loudness, pitch } from "../../../src/exchange/media/spectrum.ts";
import { sampleRate } from "../../../src/exchange/media/mu-law.ts";

/** A sound file of one channel in 16 bits, which may still be growing: its own word on its length is not heeded. */
export class Recording {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Bytes so far. */
  get size(): number {
    return existsSync(this.path) ? statSync(this.path).size : 0;
  }

  get seconds(): number {
    const { samples, rate } = this.#read();
    return samples.length / rate;
  }

  /** The last part of it. */
  end(seconds: number): Heard {
    const { samples, rate } = this.#read();
    const part = samples.subarray(Math.max(0, samples.length - seconds * rate));
    return { loudness: loudness(part), hertz: ((pitch(part) ?? 0) * rate) / sampleRate };
  }

  #read(): { readonly samples: Float64Array; readonly rate: number } {
    const bytes = existsSync(this.path) ? readFileSync(this.path) : Buffer.alloc(0);
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

/** How loud a sound is, from 0 to 1, and its pitch, 0 where it has none. */
export interface Heard {
  readonly loudness: number;
  readonly hertz: number;
}
