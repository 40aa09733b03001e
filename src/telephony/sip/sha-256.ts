/**
 * The SHA-256 digest of a text, as hexadecimal digits.
 *
 * The browser's own only answers later, and JsSIP cannot wait.
 */
export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  let hash = initial;
  for (let start = 0; start < words.length; start += 16)
    hash = compressed(hash, words.subarray(start, start + 16));
  return hash.map((word) => word.toString(16).padStart(8, "0")).join("");
}

const primes = [2];
for (let candidate = 3; primes.length < 64; candidate += 2)
  if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);

/** The first 32 bits behind the point, as the standard defines its constants. */
const fraction = (root: number) => ((root % 1) * 2 ** 32) >>> 0;
// Eight of them: that many primes are taken.
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))) as unknown as Eight;
const rounds = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

/** Big-endian words: the text, one bit, zeros, and the length in bits. */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(((bytes.length + 8) >> 6) * 16 + 16);
  for (const [index, byte] of [...bytes, 0x80].entries())
    words[index >> 2] = at(words, index >> 2) | (byte << (24 - (index % 4) * 8));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

const at = (words: Uint32Array, index: number) => words[index] ?? 0;

const turn = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

const mix = (word: number, [one, two, three]: readonly [number, number, number]) =>
  turn(word, one) ^ turn(word, two) ^ turn(word, three);

function scheduled(block: Uint32Array): Uint32Array {
  const words = new Uint32Array(64);
  words.set(block);
  for (let index = 16; index < 64; index++) {
    const early = at(words, index - 15);
    const late = at(words, index - 2);
    const small0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const small1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[index] = at(words, index - 16) + small0 + at(words, index - 7) + small1;
  }
  return words;
}

function compressed(hash: Eight, block: Uint32Array): Eight {
  let state = hash;
  for (const [index, word] of scheduled(block).entries())
    state = round(state, at(rounds, index) + word);
  // As many as went in.
  return hash.map((word, index) => (word + (state[index] ?? 0)) >>> 0) as unknown as Eight;
}

function round([a, b, c, d, e, f, g, h]: Eight, add: number): Eight {
  const choice = (e & f) ^ (~e & g);
  const majority = (a & b) ^ (a & c) ^ (b & c);
  const one = h + mix(e, [6, 11, 25]) + choice + add;
  const two = mix(a, [2, 13, 22]) + majority;
  return [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
}

type Eight = readonly [number, number, number, number, number, number, number, number];
