import type { Favourite, KeptNumbers, RecentCall } from "../protocol-kept.ts";

type Facts = Partial<Record<string, unknown>>;

/** Reads what this or another release kept; what makes no sense is left out. */
export function decodeKept(stored: unknown): KeptNumbers {
  const { recents, favourites } = factsOf(stored);
  return { recents: listOf(recents, isRecent), favourites: listOf(favourites, isFavourite) };
}

function listOf<Item>(given: unknown, is: (item: unknown) => item is Item): readonly Item[] {
  return Array.isArray(given) ? given.filter(is) : [];
}

function isRecent(item: unknown): item is RecentCall {
  const { id, direction, number, name, record, startedAt, length, missed } = factsOf(item);
  const isCall = direction === "incoming" || direction === "outgoing";
  return (
    isCall &&
    [id, number].every(isText) &&
    [name, ...(record === undefined ? [] : [factsOf(record).id])].every(orAbsent(isText)) &&
    isTime(startedAt) &&
    orAbsent(isTime)(length) &&
    typeof missed === "boolean"
  );
}

function isFavourite(item: unknown): item is Favourite {
  const { name, number } = factsOf(item);
  return isText(name) && isText(number);
}

function factsOf(value: unknown): Facts {
  return typeof value === "object" && value !== null ? value : {};
}

const isText = (value: unknown) => typeof value === "string";
const isTime = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const orAbsent = (is: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || is(value);
