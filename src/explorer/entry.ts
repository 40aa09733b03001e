import type { Stop } from "../base/emitter.ts";
import { valuesOf, type Fields, type Texts, type ValuesOf } from "./fields.ts";
import type { Kits } from "./kits.ts";

/** How to call one method, or to listen with it. */
export type Entry =
  | {
      readonly kind: "call";
      readonly fields: Fields;
      readonly call: (kits: Kits, texts: Texts) => unknown;
    }
  | {
      readonly kind: "listen";
      readonly fields: Fields;
      readonly listen: (kits: Kits, texts: Texts, hear: (event: unknown) => void) => Stop;
    };

/** Entries by the vendor's name of their method, below `sforce.interaction` or `sforce.console`. */
export type Entries = Readonly<Record<string, Entry>>;

/** For methods that are called once. */
export function calling<All extends Fields>(
  fields: All,
  call: (kits: Kits, values: ValuesOf<All>) => unknown,
): Entry {
  return { kind: "call", fields, call: (kits, texts) => call(kits, valuesOf(fields, texts)) };
}

/** For methods that tell of events until they are stopped. */
export function listening<All extends Fields>(
  fields: All,
  listen: (kits: Kits, hear: (event: unknown) => void, values: ValuesOf<All>) => Stop,
): Entry {
  return {
    kind: "listen",
    fields,
    listen: (kits, texts, hear) => listen(kits, hear, valuesOf(fields, texts)),
  };
}
