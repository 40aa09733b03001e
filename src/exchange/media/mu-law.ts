/** G.711 mu-law, the codec that needs no library: one byte per sample, 8000 samples per second. */
export const sampleRate = 8_000;
/** Samples in the 20 ms that one RTP packet carries. */
export const samplesPerFrame = 160;

const bias = 132;
const loudest = 32_635;

const decoded = Int16Array.from({ length: 256 }, (_, byte) => {
  const inverted = ~byte & 255;
  const magnitude = (((inverted & 15) << 3) + bias) << ((inverted & 112) >> 4);
  return inverted & 128 ? bias - magnitude : magnitude - bias;
});

export function decodeMuLaw(bytes: Uint8Array): Int16Array {
  return Int16Array.from(bytes, (byte) => decoded[byte] ?? 0);
}

export function encodeMuLaw(samples: Int16Array): Buffer {
  return Buffer.from(Uint8Array.from(samples, encodeSample));
}

function encodeSample(sample: number): number {
  const sign = sample < 0 ? 128 : 0;
  const magnitude = Math.min(Math.abs(sample), loudest) + bias;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 15)) & 255;
}
