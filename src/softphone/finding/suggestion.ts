import type { DirectoryEntry, Person } from "../../host/host.ts";
import type { KeptNumbers } from "../../line/protocol-kept.ts";
import type { Wish } from "../wish.ts";

/** Somebody who may be meant by what is in the number field. */
export interface Suggestion {
  /** Tells one from another. */
  readonly key: string;
  readonly kind: "favourite" | "speedDial" | "recent" | "directory" | "person";
  readonly name: string;
  /** Absent for one of several people of whom the CRM tells no numbers. */
  readonly number?: string;
  /** What helps to tell people of one name apart. */
  readonly detail?: string;
  readonly record?: Wish["record"];
  readonly country?: string;
}

/** Everybody who is known without asking the CRM for a name. */
export interface Known {
  readonly kept: KeptNumbers;
  readonly speedDial: readonly { readonly name: string; readonly number: string }[];
  readonly directory: readonly DirectoryEntry[];
}

/** In the order in which they are shown; a number once. */
export function allKnown({ kept, speedDial, directory }: Known): readonly Suggestion[] {
  const all = [
    ...kept.favourites.map((each) => suggest("favourite", each)),
    ...speedDial.map((each) => suggest("speedDial", each)),
    ...kept.recents.map(({ number, name = "", record }) => {
      return { ...suggest("recent", { name, number }), ...(record && { record }) };
    }),
    ...directory.map((each) => {
      const { description: detail } = each;
      return { ...suggest("directory", each), ...(detail && { detail }) };
    }),
  ];
  const byNumber = new Map([...all].reverse().map((each) => [each.number, each]));
  return all.filter((each) => byNumber.get(each.number) === each);
}

function suggest(kind: Suggestion["kind"], { name, number }: { name: string; number: string }) {
  return { kind, key: `${kind} ${number}`, name, number };
}

/** One suggestion for each number of a person, or one without. */
export function suggestPerson(person: Person): readonly Suggestion[] {
  const { id, object, name, numbers, country } = person;
  const whom = {
    ...{ kind: "person" as const, name, detail: object, record: { id, object, name } },
    ...(country !== undefined && { country }),
  };
  if (numbers.length === 0) return [{ ...whom, key: `person ${id}` }];
  return numbers.map((number) => ({ ...whom, number, key: `person ${id} ${number}` }));
}

/** Whether somebody may be meant: each word begins a word of the name, or the digits are in the number. */
export function isMeant({ name, number = "" }: Suggestion, text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (!/\p{L}/u.test(text)) return digits !== "" && number.replace(/\D/g, "").includes(digits);
  const words = fold(text).split(/\s+/).filter(Boolean);
  const all = ` ${fold(name)}`;
  return words.every((word) => all.includes(` ${word}`));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
