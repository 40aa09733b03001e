import { withDeadline } from "../../base/deadline.ts";
import type { Phone } from "../../telephony/phone.ts";
import type { Presence } from "../presence.ts";
import type { WishStore } from "./wish-store.ts";

export interface CarriedWishesOptions {
  readonly store: WishStore;
  readonly phone: Pick<Phone, "doNotDisturb" | "setDoNotDisturb">;
  readonly presence: Pick<Presence, "snapshot" | "resume">;
  /** Milliseconds the store has to tell: nobody is kept from telephoning by it. @defaultValue 2000 */
  readonly patience?: number;
}

/**
 * Carries what the agent wants from one line to the next, wherever that lives: who is not to be disturbed, or not ready,
 * stays so.
 */
export class CarriedWishes {
  readonly #options: CarriedWishesOptions;
  /** Whose wishes these are, while the phone is theirs. */
  #owner: string | undefined;
  #kept: string | undefined;

  constructor(options: CarriedWishesOptions) {
    this.#options = options;
  }

  /** Finds out what the agent wanted; what it returns sees to that, once they are signed in. */
  async recall(owner: string): Promise<() => void> {
    const { store, phone, presence, patience = 2_000 } = this.#options;
    const last = await withDeadline(store.last(), patience, "the wishes").catch(() => undefined);
    return () => {
      const isNew = this.#owner !== owner;
      this.#owner = owner;
      if (!isNew || last?.owner !== owner) return;
      phone.setDoNotDisturb(last.wishes.doNotDisturb);
      presence.resume(last.wishes.presence);
    };
  }

  /** Something changed in the line: perhaps what the agent wants. */
  look(): void {
    if (this.#owner === undefined) return;
    const { store, phone, presence } = this.#options;
    const { doNotDisturb } = phone;
    const kept = { owner: this.#owner, wishes: { doNotDisturb, presence: presence.snapshot } };
    const text = JSON.stringify(kept);
    if (text !== this.#kept) store.keep(kept);
    this.#kept = text;
  }

  /** The phone is not the agent's any more, or not this line's: what is left waits for the next one, from now on. */
  leave(): void {
    this.#kept = undefined;
    this.look();
    this.#owner = undefined;
  }

  /** The agent signs out here: nothing is wanted any more. */
  forget(): void {
    if (this.#owner !== undefined) this.#options.store.keep(undefined);
    this.#owner = this.#kept = undefined;
  }
}
