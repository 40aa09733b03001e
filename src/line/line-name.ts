import { protocolVersion } from "./protocol.ts";

/**
 * Names the line for the page around us: each protocol has its own, and so has each org, as two orgs in one browser
 * have two agents, two accounts and two journals.
 */
export function lineName({ search }: Pick<Location, "search">): string {
  const named = [...new URLSearchParams(search)].find(
    ([key]) => key.toLowerCase() === "sfdciframeorigin",
  );
  return `switchhook-line-v${protocolVersion} ${named?.[1].toLowerCase() ?? ""}`.trim();
}

/** The org in a line's name; empty outside Salesforce. */
export function orgOf(name: string): string {
  return name.split(" ")[1] ?? "";
}
