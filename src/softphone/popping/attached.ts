import type { Settings } from "../../callcenter/schema.ts";
import type { CallFact } from "../../host/call-layout.ts";
import type { CallSnapshot } from "../../line/protocol.ts";

/** A fact of a call with its value. */
export interface ShownFact {
  readonly fact: CallFact;
  readonly value: string;
}

/** A record that came along with a call, by kind and by number or name. */
export interface NamedRecord {
  readonly object: string;
  readonly text: string;
}

/** What header fields may say beside records. */
const factNames: Readonly<Record<string, CallFact>> = {
  queue: "queue",
  segment: "segment",
  dialled: "dialled",
};

/** Numbers and names. Whatever could be an address, or change what is searched for, is not looked for at all. */
const plainText = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,_#+()-]{0,79}$/u;

type Meant = Pick<Settings["calls"], "attached">;

/** Facts that came along with a call, by the administrator's word. Text of strangers. */
export function attachedFacts(call: CallSnapshot, settings: Meant): readonly ShownFact[] {
  return meant(call, settings).flatMap(([meaning, value]) => {
    const fact = factNames[meaning.toLowerCase()];
    return fact === undefined ? [] : [{ fact, value }];
  });
}

/** The first record that came along with a call, by the administrator's word. */
export function attachedRecord(call: CallSnapshot, settings: Meant): NamedRecord | undefined {
  const records = meant(call, settings).filter(
    ([meaning, value]) =>
      !(meaning.toLowerCase() in factNames) &&
      plainText.test(value) &&
      !/\s(or|and)\s/i.test(value),
  );
  const [first] = records;
  return first && { object: first[0], text: first[1] };
}

function meant({ attached = {} }: CallSnapshot, settings: Meant): readonly [string, string][] {
  const came = Object.entries(attached).map(([name, value]) => [name.toLowerCase(), value.trim()]);
  const values = new Map(came as [string, string][]); // pairs, as just made
  return settings.attached.flatMap(([meaning, header]) => {
    const value = values.get(header.toLowerCase()) ?? "";
    return value === "" ? [] : [[meaning, value] as [string, string]];
  });
}
