import { fieldsOf } from "../base/fields.ts";
import type { PageMemory } from "../base/page-memory.ts";
import type { RecordRef } from "../line/protocol.ts";

/** A number that somebody wants to call. */
export interface Wish {
  readonly number: string;
  /** The record it belongs to. */
  readonly record?: RecordRef;
  /** The country of the record, as its address or a page says it. */
  readonly country?: string;
  /** It has its prefixes already, or is the server's own: it goes as it is. */
  readonly isReady?: boolean;
}

/** A number that somebody wanted to call, and whose page went before the line had it. */
export interface LeftWish {
  readonly wish: Wish;
  /** When it was wanted, in milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds after which nobody expects any more to be called. */
const lifetime = 10_000;

/** Takes what the page before this one left, out of the tab's memory: whoever has it dials it, and nobody else. */
export function takeLeft(memory: PageMemory, key: string): LeftWish | undefined {
  const text = memory.getItem(key);
  memory.removeItem(key);
  const left = text === null ? undefined : read(text);
  return left && Math.abs(Date.now() - left.at) < lifetime ? left : undefined;
}

function read(text: string): LeftWish | undefined {
  try {
    const { wish, at } = fieldsOf(JSON.parse(text));
    const { number, record, country, isReady } = fieldsOf(wish);
    if (typeof number !== "string" || typeof at !== "number") return undefined;
    const known = recordOf(record);
    return {
      wish: {
        number,
        ...(known && { record: known }),
        ...(typeof country === "string" && { country }),
        ...(isReady === true && { isReady }),
      },
      at,
    };
  } catch {
    return undefined;
  }
}

function recordOf(given: unknown): RecordRef | undefined {
  const { id, object, name } = fieldsOf(given);
  if (typeof id !== "string" || typeof object !== "string") return undefined;
  return { id, object, ...(typeof name === "string" && { name }) };
}
