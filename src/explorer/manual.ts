import json from "./manual.json";

/** Which toolkit. */
export type KitName = "opencti" | "console";

/** What the toolkits' own comments and types say of a method. */
export interface ManualMethod {
  /** Below `sforce.interaction` or `sforce.console`: `cti.onClickToDial`. */
  readonly path: string;
  /** Name of our class. */
  readonly chapter: string;
  /** One sentence. */
  readonly summary: string;
  /** The other sentences. */
  readonly about: string;
  /** API version; `null` when the vendor does not say. */
  readonly since: string | null;
  readonly signature: string;
  /** Code that uses it. */
  readonly example: string;
}

/** The manual, made by scripts/manual.js from the toolkits' sources. */
export const manual: Readonly<
  Record<
    KitName,
    {
      readonly methods: readonly ManualMethod[];
      /** Source text by name. */
      readonly types: Readonly<Partial<Record<string, string>>>;
    }
  >
> = json;

/** Source texts of all types that a method's signature leads to, the nearest first. */
export function typesOf(kit: KitName, signature: string): readonly string[] {
  const found = new Map<string, string>();
  const follow = (text: string) => {
    for (const name of withoutComments(text).match(/\b[A-Z]\w+/g) ?? []) {
      const type = manual[kit].types[name];
      if (type === undefined || found.has(name)) continue;
      found.set(name, type);
      follow(type);
    }
  };
  follow(signature);
  return [...found.values()];
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}
