/** The header fields of one message: ordered, repeatable, named in lower case. */
export class SipHeaders {
  #fields: (readonly [name: string, value: string])[];

  constructor(fields: Iterable<readonly [name: string, value: string]> = []) {
    this.#fields = [...fields];
  }

  /** The first value of the field, the topmost for `via` and `route`. */
  get(name: string): string | undefined {
    return this.#fields.find(([own]) => own === name)?.[1];
  }

  all(name: string): string[] {
    return this.#fields.filter(([own]) => own === name).map(([, value]) => value);
  }

  add(name: string, value: string): this {
    this.#fields.push([name, value]);
    return this;
  }

  set(name: string, value: string): this {
    return this.remove(name).add(name, value);
  }

  remove(name: string): this {
    this.#fields = this.#fields.filter(([own]) => own !== name);
    return this;
  }

  /** Puts a value above the others of its name, as a proxy does with `via`. */
  push(name: string, value: string): this {
    const first = this.#fields.findIndex(([own]) => own === name);
    this.#fields.splice(Math.max(first, 0), 0, [name, value]);
    return this;
  }

  /** Takes the topmost value of the field away. */
  pop(name: string): string | undefined {
    const first = this.#fields.findIndex(([own]) => own === name);
    return first < 0 ? undefined : this.#fields.splice(first, 1)[0]?.[1];
  }

  copy(): SipHeaders {
    return new SipHeaders(this.#fields);
  }

  [Symbol.iterator](): Iterator<readonly [name: string, value: string]> {
    return this.#fields[Symbol.iterator]();
  }
}
