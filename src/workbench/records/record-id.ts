import type { ObjectName } from "./store.ts";

/** Salesforce's three-character key prefixes of the objects the workbench knows. */
export const prefixes = {
  Account: "001",
  Contact: "003",
  User: "005",
  Opportunity: "006",
  Lead: "00Q",
  Task: "00T",
  Case: "500",
} as const;

/** An object the org has records of. */
export type KnownObject = keyof typeof prefixes;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Makes the `number`th Id of 18 characters with this prefix. */
export function makeId(prefix: string, number: number): string {
  let rest = "";
  for (let left = number + 1_000_000; left > 0; left = Math.floor(left / 62)) {
    rest = alphabet.charAt(left % 62) + rest;
  }
  return to18(`${prefix}j0000${rest.padStart(7, "0")}`);
}

/** Adds the three check characters that make an Id safe where case is lost. */
export function to18(id: string): string {
  if (id.length !== 15) return id;
  return id + [0, 5, 10].map((start) => checkOf(id.slice(start, start + 5))).join("");
}

function checkOf(chunk: string): string {
  const bits = Array.from(chunk, (character, at) => (/[A-Z]/.test(character) ? 1 << at : 0));
  return checks.charAt(bits.reduce((sum, bit) => sum + bit, 0));
}

/** Whether a text has the form of an Id; says nothing about a record being there. */
export function looksLikeId(text: string): boolean {
  return /^[A-Za-z0-9]{15}([A-Z0-5]{3})?$/.test(text);
}

/** Which object an Id belongs to, by its prefix. */
export function objectOfId(id: string): ObjectName | undefined {
  const prefix = id.slice(0, 3);
  return Object.entries(prefixes).find(([, known]) => known === prefix)?.[0];
}
