import type { Phone } from "../../telephony/phone.ts";
import type { Presence } from "../presence.ts";
import type { WishStore } from "./wish-store.ts";

export interface CarriedWishesOptions {
  readonly store: WishStore;
  readonly phone: Pick<Phone, "doNotDisturb" | "setDoNotDisturb">;
  readonly presence: Pick<Presence, "snapshot" | "resume">;
}

/**
 * Carries what the agent wants from a line that goes with its page or its window to the next one, wherever that lives:
 * who is not to be disturbed, or not ready, stays so.
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
    const { store, phone, presence } = this.#options;
    const last = await store.last();
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

  /** The phone is not the agent's any more, or not this line's: what is left waits for the next one. */
  leave(): void {
    this.#owner = this.#kept = undefined;
  }

  /** The agent signs out here: nothing is wanted any more. */
  forget(): void {
    if (this.#owner !== undefined) this.#options.store.keep(undefined);
    this.leave();
  }
}
