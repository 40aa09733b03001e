import type { NewListRow } from "../line/protocol-list.ts";

/** Lines that are read. */
const mostLines = 2_000;

/** A number as people write it, with an extension. */
const numberPattern = /\+?[(\d][\d\s()./-]{3,}\d(?:\s*(?:x|ext\.?)\s*\d{1,6})?/i;

/**
 * The numbers in a text that somebody pasted, one for each line: from a spreadsheet, a mail, a list. What stands beside
 * a number on its line is taken for the name.
 */
export function pastedNumbers(text: string): readonly NewListRow[] {
  const rows = text.split(/\r?\n/, mostLines).flatMap((line) => rowOf(line.slice(0, 500)) ?? []);
  const known = new Set<string>();
  return rows.filter(({ number }) => {
    const digits = number.replace(/\D/g, "");
    const isNew = !known.has(digits);
    known.add(digits);
    return isNew;
  });
}

function rowOf(line: string): NewListRow | undefined {
  const found = numberPattern.exec(line);
  if (!found) return undefined;
  const number = found[0].trim();
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`;
  const name = rest
    .replace(/[\s;,:"<>|]+/g, " ")
    .trim()
    .slice(0, 80);
  return { number, ...(/\p{L}/u.test(name) && { name }) };
}
