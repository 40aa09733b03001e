import type { WireValue } from "./payload.ts";

/** The arguments of one request, each read as what a player expects it to be. */
export class Args {
  readonly #values: ReadonlyMap<string, WireValue>;

  constructor(values: ReadonlyMap<string, WireValue>) {
    this.#values = values;
  }

  /** The text as sent; empty when absent. */
  text(key: string): string {
    const value = this.#values.get(key);
    return value === undefined ? "" : String(value);
  }

  /** The text, if the caller gave one: the scripts send `null` and `undefined` as words, and "no tab" as `false`. */
  given(key: string): string | undefined {
    const text = this.text(key);
    return ["", "null", "undefined", "false"].includes(text) ? undefined : text;
  }

  /** True only if it was said so. */
  flag(key: string): boolean {
    return this.text(key) === "true";
  }

  /** A whole number of at least 0; numbers travel as text. */
  count(key: string): number | undefined {
    const text = this.text(key);
    return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text)) : undefined;
  }

  list(key: string): readonly string[] {
    const value = this.#values.get(key);
    return typeof value === "object" ? value : [];
  }
}
