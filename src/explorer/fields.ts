/** One argument as a person fills it in: always text at first. */
export interface Field<Value> {
  readonly kind: "text" | "number" | "flag" | "choice" | "lines";
  /** What it is filled in with at first: something that works in the workbench. */
  readonly example: string;
  /** What can be chosen. */
  readonly options?: readonly string[];
  /** What is expected, when the argument's name does not tell. */
  readonly hint?: string;
  readonly read: (text: string) => Value;
}

/** The arguments of a method, by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What fields read to. */
export type ValuesOf<All extends Fields> = {
  readonly [Name in keyof All]: All[Name] extends Field<infer Value> ? Value : never;
};

/** What a person has filled in, by the argument's name. */
export type Texts = Readonly<Record<string, string>>;

export function text(example: string, hint?: string): Field<string> {
  return { kind: "text", example, read: (given) => given, ...hinted(hint) };
}

/** Text that may be left out: empty means that it is. */
export function maybe(example = "", hint = "may be empty"): Field<string | undefined> {
  return { kind: "text", example, hint, read: (given) => (given === "" ? undefined : given) };
}

export function number(example: number, hint?: string): Field<number> {
  return { kind: "number", example: String(example), read: Number, ...hinted(hint) };
}

export function flag(example: boolean): Field<boolean> {
  return { kind: "flag", example: String(example), read: (given) => given === "true" };
}

/** One of a few words; the first is the example. */
export function choice<Word extends string>(...options: readonly [Word, ...Word[]]): Field<Word> {
  const [example] = options;
  const read = (given: string) => options.find((option) => option === given) ?? example;
  return { kind: "choice", example, options, read };
}

export function list(...example: readonly string[]): Field<readonly string[]> {
  return { kind: "lines", example: example.join("\n"), hint: "one per line", read: linesOf };
}

/** Names and values. */
export function pairs(
  example: Readonly<Record<string, string>>,
): Field<Readonly<Record<string, string>>> {
  const lines = Object.entries(example).map((pair) => pair.join("="));
  const read = (given: string) => Object.fromEntries(linesOf(given).map(pairOf));
  return { kind: "lines", example: lines.join("\n"), hint: "name=value, one per line", read };
}

/** Reads what a person has filled in. */
export function valuesOf<All extends Fields>(fields: All, texts: Texts): ValuesOf<All> {
  const values = Object.entries(fields).map(([name, { example, read }]) => [
    name,
    read(texts[name] ?? example),
  ]);
  // Object.fromEntries forgets which name has which type; each was read by its own field.
  return Object.fromEntries(values) as ValuesOf<All>;
}

function hinted(hint: string | undefined): { readonly hint?: string } {
  return hint === undefined ? {} : { hint };
}

function linesOf(given: string): string[] {
  return given.split("\n").filter((line) => line !== "");
}

function pairOf(line: string): [string, string] {
  const [name = "", ...rest] = line.split("=");
  return [name, rest.join("=")];
}
