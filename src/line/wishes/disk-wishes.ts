import { storedValues, type ValueStore } from "../value-store.ts";
import { dated, decodeWishes } from "./decode-wishes.ts";
import type { KeptWishes, WishStore } from "./wish-store.ts";

/** Wishes on the browser's disk: they outlive a worker that the browser ends, or that leaves the phone to a newer one. */
export class DiskWishes implements WishStore {
  /** Two orgs in one browser have two agents. */
  readonly org: string;
  readonly #values: ValueStore;
  /** One after the other, so that the last one stays. */
  #written: Promise<boolean> = Promise.resolve(true);

  constructor(org: string, values = onDisk()) {
    this.org = org;
    this.#values = values;
  }

  async last(): Promise<KeptWishes | undefined> {
    await this.#written;
    return decodeWishes(await this.#values.read(this.org));
  }

  keep(kept: KeptWishes | undefined): Promise<boolean> {
    const value = kept && dated(kept);
    this.#written = this.#written.then(() => this.#values.write(this.org, value));
    return this.#written;
  }
}

const onDisk = () =>
  storedValues({ name: "switchhook-wishes", store: "orgs", what: "what the agent wants" });
