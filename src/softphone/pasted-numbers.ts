import type { NewListRow } from "../line/protocol-list.ts";

/** Rows that a list may have. */
const mostRows = 2_000;

/** A number as people write it, with an extension. */
const numberPattern = /\+?[(\d][\d\s()./-]{3,}\d(?:\s*(?:x|ext\.?)\s*\d{1,6})?/i;

/** An internal number: nothing else tells it from a house number or an amount, so it is alone in its column. */
const shortPattern = /(?<=^|[\t;,|])\s*\d{2,5}\s*(?=$|[\t;,|])/;

/** What a text that somebody pasted has in it. */
export interface PastedNumbers {
  readonly rows: readonly NewListRow[];
  /** Lines that make no row: without a number, with one that came before, or more than a list may have. */
  readonly left: readonly string[];
}

/**
 * The numbers in a text that somebody pasted, one for each line: from a spreadsheet, a mail, a list. What stands beside
 * a number on its line is taken for the name.
 */
export function pastedNumbers(text: string): PastedNumbers {
  const rows: NewListRow[] = [];
  const left: string[] = [];
  const known = new Set<string>();
  for (const line of text.split(/\r?\n/).filter((each) => each.trim())) {
    const row = rows.length < mostRows ? rowOf(line.slice(0, 500)) : undefined;
    const digits = row?.number.replace(/\D/g, "") ?? "";
    if (row && !known.has(digits)) rows.push(row);
    else left.push(line.trim());
    known.add(digits);
  }
  return { rows, left };
}

function rowOf(line: string): NewListRow | undefined {
  const found = numberPattern.exec(line) ?? shortPattern.exec(line);
  if (!found) return undefined;
  const number = found[0].trim();
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
  const name = rest
    .replace(/[\s;,:"<>|]+/g, " ")
    .trim()
    .slice(0, 80);
  return { number, ...(/\p{L}/u.test(name) && { name }) };
}
