/** Writes one netstring: its length in bytes, a colon, the text, a comma. */
export function netstring(text: string): string {
  return `${Buffer.byteLength(text)}:${text},`;
}

/** Reads netstrings from a stream of bytes that may be cut anywhere. */
export class NetstringReader {
  #rest = Buffer.alloc(0);

  /** What became complete with `chunk`. */
  read(chunk: Buffer): readonly string[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const texts: string[] = [];
    for (let text = this.#next(); text !== undefined; text = this.#next()) texts.push(text);
    return texts;
  }

  #next(): string | undefined {
    const colon = this.#rest.indexOf(":");
    const length = Number(this.#rest.subarray(0, colon).toString());
    if (colon < 0 || this.#rest.length < colon + length + 2) return undefined;
    const text = this.#rest.subarray(colon + 1, colon + 1 + length).toString();
    this.#rest = this.#rest.subarray(colon + length + 2); // with its comma
    return text;
  }
}
