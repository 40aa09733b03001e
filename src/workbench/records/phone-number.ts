import type { Random } from "./random.ts";

/** Belongs to exactly one contact. */
export const loneNumber = "(415) 555-0101";
/** Belongs to two contacts of different accounts. */
export const sharedNumber = "(415) 555-0142";
/** Its robot is always busy. */
export const busyNumber = "(415) 555-0102";
/** Its robot rings and never answers. */
export const noAnswerNumber = "(415) 555-0103";
/** Its robot declines. */
export const decliningNumber = "(415) 555-0104";
/** Nobody in the org has this number. */
export const unknownNumber = "(415) 555-0199";

const areas = ["212", "303", "312", "404", "512", "617", "702", "808", "206"] as const;

/** The digits that tell one number from another: without extension, at most the last ten. */
export function significantDigits(text: string): string {
  const digits = text.replace(/(x|ext\.?|#)\s*\d+.*$/i, "").replace(/\D/g, "");
  return digits.slice(-10);
}

/** As a telephone exchange wants it: `+14155550142`. Numbers of ten digits are North American. */
export function toE164(text: string): string {
  const digits = text.replace(/(x|ext\.?|#)\s*\d+.*$/i, "").replace(/\D/g, "");
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}

/** Deals out numbers of the ranges kept for fiction, none twice, written in the ways people write them. */
export class NumberDealer {
  readonly #random: Random;
  #dealt = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  deal(): string {
    const serial = this.#dealt++;
    const style = this.#random.next();
    if (style < 0.06) return abroad(serial);
    const area = areas[serial % areas.length] ?? areas[0];
    const line = `01${String(Math.floor(serial / areas.length)).padStart(2, "0")}`;
    return written(area, line, style);
  }
}

function abroad(serial: number): string {
  const end = String(serial).padStart(3, "0");
  if (serial % 3 === 0) return `+44 20 7946 0${end}`;
  return serial % 3 === 1
    ? `+49 30 23125 ${end}`
    : `+33 1 99 00 ${end.slice(0, 1)}1 ${end.slice(1)}`;
}

function written(area: string, line: string, style: number): string {
  if (style < 0.1) return `+1 ${area} 555 ${line}`;
  if (style < 0.13) return `${area}.555.${line}`;
  if (style < 0.16) return `(${area}) 555-${line} x204`;
  if (style < 0.17) return `1-${area}-555-${line} (ask for Kim)`;
  return `(${area}) 555-${line}`;
}
