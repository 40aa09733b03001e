import { fieldsOf } from "../../base/fields.ts";
import type { Favourite, KeptNumbers, RecentCall } from "../protocol-kept.ts";

/** Reads what this or another release kept; what makes no sense is left out. */
export function decodeKept(stored: unknown): KeptNumbers {
  const { recents, favourites } = fieldsOf(stored);
  return { recents: listOf(recents, isRecent), favourites: listOf(favourites, isFavourite) };
}

function listOf<Item>(given: unknown, is: (item: unknown) => item is Item): readonly Item[] {
  return Array.isArray(given) ? given.filter(is) : [];
}

function isRecent(item: unknown): item is RecentCall {
  const { id, direction, number, name, record, startedAt, length, missed } = fieldsOf(item);
  const isCall = direction === "incoming" || direction === "outgoing";
  return (
    isCall &&
    [id, number].every(isText) &&
    [name, ...(record === undefined ? [] : [fieldsOf(record).id])].every(orAbsent(isText)) &&
    isTime(startedAt) &&
    orAbsent(isTime)(length) &&
    typeof missed === "boolean"
  );
}

function isFavourite(item: unknown): item is Favourite {
  const { name, number } = fieldsOf(item);
  return isText(name) && isText(number);
}

const isText = (value: unknown) => typeof value === "string";
const isTime = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const orAbsent = (is: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || is(value);
