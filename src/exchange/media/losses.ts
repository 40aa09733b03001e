/** Counts the packets of a stream that never came, by the numbers of those that did (RFC 3550 A.3). */
export class Losses {
  #expectedFrom: number | undefined;
  #highest = 0;
  #came = 0;

  /** From now on it is counted anew. */
  mark(): void {
    this.#expectedFrom = undefined;
  }

  hear(sequence: number): void {
    if (this.#expectedFrom === undefined) {
      this.#expectedFrom = this.#highest = sequence;
      this.#came = 0;
    }
    this.#came += 1;
    // Numbers start again at 0 after 65,535: the shorter way round says how far this one is ahead.
    const ahead = ((sequence - this.#highest + 32_768) & 65_535) - 32_768;
    if (ahead > 0) this.#highest += ahead;
  }

  /** How many are missing up to the newest that came. */
  get count(): number {
    if (this.#expectedFrom === undefined) return 0;
    return Math.max(0, this.#highest - this.#expectedFrom + 1 - this.#came);
  }
}
