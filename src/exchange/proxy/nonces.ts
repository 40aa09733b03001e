import { randomToken } from "../sip/token.ts";

const most = 5_000;

/** The challenges given out, and whether they still count. */
export class Nonces {
  readonly #givenAt = new Map<string, number>();
  readonly #lifetime: number;

  /** @param lifetime - Milliseconds after which a client has to take a new one. */
  constructor(lifetime: number) {
    this.#lifetime = lifetime;
  }

  give(): string {
    const nonce = randomToken(12);
    this.#givenAt.set(nonce, Date.now());
    if (this.#givenAt.size > most) this.#dropOldest();
    return nonce;
  }

  isFresh(nonce: string): boolean {
    return Date.now() - (this.#givenAt.get(nonce) ?? -Infinity) <= this.#lifetime;
  }

  #dropOldest(): void {
    const [oldest] = this.#givenAt.keys();
    if (oldest !== undefined) this.#givenAt.delete(oldest);
  }
}
