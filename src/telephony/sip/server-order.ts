/** Milliseconds before a server is tried again after all of them failed; doubled with each round. */
const firstPause = 1_000;
const longestPause = 8_000;
/** Milliseconds within which phones come back to a server that was restarted: not all at the same time. */
const spread = 400;

/** Says which server is tried next, and when: the preferred one first, then the others, slower with each round. */
export class ServerOrder {
  readonly #addresses: readonly string[];
  readonly #random: () => number;
  #at = 0;
  #failures = 0;

  /** @param addresses - The preferred one first; at least one. */
  constructor(addresses: readonly string[], random: () => number = Math.random) {
    this.#addresses = addresses;
    this.#random = random;
  }

  get current(): string {
    return this.#addresses[this.#at] ?? "";
  }

  get preferred(): string {
    return this.#addresses[0] ?? "";
  }

  /** Whether a server is in use that is only second best. */
  get isAway(): boolean {
    return this.#at > 0;
  }

  /** The current server is of no use: goes on to the next. Returns the milliseconds to wait before it is tried. */
  fail(): number {
    this.#failures += 1;
    this.#at = (this.#at + 1) % this.#addresses.length;
    // Each server gets one chance at once; a single one gets a second.
    const extra = this.#failures - Math.max(1, this.#addresses.length - 1);
    if (extra <= 0) return this.#random() * spread;
    const round = Math.ceil(extra / this.#addresses.length);
    const pause = Math.min(firstPause * 2 ** (round - 1), longestPause);
    return pause * (0.5 + this.#random() / 2);
  }

  /** The current server serves, or the network is another one: the next failure is the first one again. */
  succeed(): void {
    this.#failures = 0;
  }

  /** Back to the preferred server. */
  goHome(): void {
    this.#at = 0;
    this.#failures = 0;
  }
}
