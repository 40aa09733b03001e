import { browserMemory, type PageMemory } from "../../base/page-memory.ts";
import { lineName, orgOf } from "../line-name.ts";
import type { Availability, PresenceSnapshot } from "../protocol.ts";
import type { KeptWishes, WishStore } from "./wish-store.ts";

/** Milliseconds for which they count once no page has the line any more: a break, and no night. */
const lifetime = 8 * 3_600_000;

/** Wishes in a memory that all tabs share: each of them may have the next line. */
export class StoredWishes implements WishStore {
  readonly #memory: PageMemory;
  readonly #key: string;

  /** @param org - two orgs in one browser have two agents */
  constructor(memory: PageMemory, org: string) {
    this.#memory = memory;
    this.#key = `switchhook-wishes ${org}`.trim();
  }

  last(): Promise<KeptWishes | undefined> {
    const last = decode(this.#memory.getItem(this.#key));
    if (!last) this.keep(undefined);
    return Promise.resolve(last);
  }

  keep(kept: KeptWishes | undefined): void {
    try {
      if (kept) this.#memory.setItem(this.#key, JSON.stringify({ ...kept, at: Date.now() }));
      else this.#memory.removeItem(this.#key);
    } catch {
      // Full: this line has them all the same.
    }
  }
}

/** Those of the org that `page` belongs to. */
export function storedWishes(page: Window): StoredWishes {
  return new StoredWishes(browserMemory(page), orgOf(lineName(page.location)));
}

/** Left by ourselves as a rule, perhaps by another release; whatever else it is counts for nothing. */
function decode(text: string | null): KeptWishes | undefined {
  const { owner, at, wishes } = fields(parsed(text));
  const { doNotDisturb, presence } = fields(wishes);
  if (typeof owner !== "string" || typeof at !== "number" || !isPresence(presence))
    return undefined;
  if (Date.now() - at > lifetime) return undefined;
  return { owner, wishes: { doNotDisturb: doNotDisturb === true, presence } };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};

function isPresence(value: unknown): value is PresenceSnapshot {
  const { phase, since, chosen, until, calls } = fields(value);
  if (typeof since !== "number" || !isAvailability(chosen)) return false;
  if (phase !== "wrapUp") return ["ready", "notReady", "onCall"].includes(String(phase));
  const areCalls = Array.isArray(calls) && calls.every((call) => typeof call === "string");
  return areCalls && typeof until === "number";
}

function isAvailability(value: unknown): value is Availability {
  const { ready, reason, by } = fields(value);
  const isReason = reason === undefined || typeof reason === "string";
  return typeof ready === "boolean" && isReason && (by === "agent" || by === "work");
}
