import { browserMemory, type PageMemory } from "../../base/page-memory.ts";
import { lineName, orgOf } from "../line-name.ts";
import { dated, decodeWishes } from "./decode-wishes.ts";
import { DiskWishes } from "./disk-wishes.ts";
import type { KeptWishes, WishStore } from "./wish-store.ts";

export interface PageWishesOptions {
  readonly stored: DiskWishes;
  /** Shared by all tabs: each of them may have the next line. */
  readonly memory: PageMemory;
}

/**
 * The wishes of a line that goes with its page. The browser does not wait for the disk when it loads the next one, so
 * the memory holds what is not there yet.
 */
export class PageWishes implements WishStore {
  readonly #stored: DiskWishes;
  readonly #memory: PageMemory;
  readonly #key: string;

  constructor({ stored, memory }: PageWishesOptions) {
    this.#stored = stored;
    this.#memory = memory;
    this.#key = `switchhook-wishes ${stored.org}`.trim();
  }

  last(): Promise<KeptWishes | undefined> {
    const text = this.#memory.getItem(this.#key);
    return text === null ? this.#stored.last() : Promise.resolve(decodeWishes(parsed(text)));
  }

  async keep(kept: KeptWishes | undefined): Promise<boolean> {
    const text = kept ? JSON.stringify(dated(kept)) : "";
    try {
      this.#memory.setItem(this.#key, text);
    } catch {
      // Full: this line has them all the same, and what was wanted before is not wanted any more.
      this.outdate();
    }
    const isThere = await this.#stored.keep(kept);
    if (isThere && this.#memory.getItem(this.#key) === text) this.outdate();
    return isThere;
  }

  /** The disk knows better. */
  outdate(): void {
    this.#memory.removeItem(this.#key);
  }
}

/** Those of the org that `page` belongs to. */
export function pageWishes(page: Window): PageWishes {
  const stored = new DiskWishes(orgOf(lineName(page.location)));
  return new PageWishes({ stored, memory: browserMemory(page) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
