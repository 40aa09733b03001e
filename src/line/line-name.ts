import { protocolVersion } from "./protocol.ts";

/**
 * Names the line for the page around us: each protocol has its own, and so has each org, as two orgs in one browser
 * have two agents, two accounts and two journals.
 */
export function lineName({ search }: Pick<Location, "search">): string {
  const named = [...new URLSearchParams(search)].find(
    ([key]) => key.toLowerCase() === "sfdciframeorigin",
  );
  return `${ownLines} ${named?.[1].toLowerCase() ?? ""}`.trim();
}

const ownLines = `switchhook-line-v${protocolVersion}`;

/** The org in a line's name; empty outside Salesforce. */
export function orgOf(name: string): string {
  return name.split(" ")[1] ?? "";
}

/** Whether a line of this name speaks our protocol. */
export function isOwnLine(name: string): boolean {
  return name.split(" ")[0] === ownLines;
}

/** What whoever is asked for a line of another release answers, in every release. */
export const otherRelease = "switchhook: this is another release";
