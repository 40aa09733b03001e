/**
 * Settings from a file beside the softphone, for when no CRM tells them: `/section/item` to text, as a call centre
 * has them. An absent or unreadable file means that the agent types what is needed.
 */
export async function keptSettings(path: string): Promise<Readonly<Record<string, string>>> {
  try {
    const answer = await fetch(path, { signal: AbortSignal.timeout(5000) });
    const kept: unknown = answer.ok ? await answer.json() : undefined;
    if (typeof kept !== "object" || kept === null) return {};
    const texts = Object.entries(kept).filter((entry): entry is [string, string] => {
      return typeof entry[1] === "string";
    });
    return Object.fromEntries(texts);
  } catch {
    return {};
  }
}
