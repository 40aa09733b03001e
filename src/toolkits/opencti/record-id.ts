const endings = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/**
 * The 15-character form of a record Id, as Classic's pages and payloads show it.
 *
 * An 18-character Id, as Apex and the APIs give it, ends in three characters that say which of the others
 * are capitals. They are used to put right an Id whose letters changed case on the way.
 *
 * @returns `undefined` when `id` is no Id: its length, its characters or its ending are wrong.
 * @example
 * ```ts
 * shortId("001x0000003DGQRAA4"); // "001x0000003DGQR"
 * ```
 */
export function shortId(id: string): string | undefined {
  if (!/^[a-z\d]{15}(?:[a-z0-5]{3})?$/i.test(id)) return undefined;
  const short = id.slice(0, 15);
  const ending = id.slice(15).toUpperCase();
  if (ending === "") return short;
  const restored = short.replace(/./g, (character: string, index: number) => {
    const capitals = endings.indexOf(ending.charAt(index / 5));
    return (capitals >> (index % 5)) & 1 ? character.toUpperCase() : character.toLowerCase();
  });
  return endingOf(restored) === ending ? restored : undefined;
}

/**
 * The 18-character form of a record Id, which survives places that ignore case.
 *
 * @returns `undefined` when `id` is no Id.
 * @example
 * ```ts
 * longId("001x0000003DGQR"); // "001x0000003DGQRAA4"
 * ```
 */
export function longId(id: string): string | undefined {
  const short = shortId(id);
  return short && short + endingOf(short);
}

/**
 * Whether two Ids, each of 15 or 18 characters, name one record.
 *
 * What is no Id names no record, so it is never the same as anything.
 *
 * @example
 * ```ts
 * isSameRecord("001x0000003DGQR", "001x0000003DGQRAA4"); // true
 * isSameRecord("001x0000003DGQR", "001x0000003dgqr"); // false: two records
 * ```
 */
export function isSameRecord(one: string, other: string): boolean {
  const short = shortId(one);
  return short !== undefined && short === shortId(other);
}

/** For each five characters one, whose place in the alphabet says which of them are capitals. */
function endingOf(short: string): string {
  return [0, 5, 10].map((start) => endings.charAt(capitalsOf(short.slice(start)))).join("");
}

/** One bit for each of the first five characters, the lowest for the first. */
function capitalsOf(text: string): number {
  return [0, 1, 2, 3, 4].reduce(
    (bits, index) => bits | (Number(/[A-Z]/.test(text.charAt(index))) << index),
    0,
  );
}
