/** User and short-lived password as the softphone's own host hands them out. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

const patience = 5000;

/**
 * Asks our own host who the agent is. Resolves to `undefined` when it does not say, for whatever reason:
 * then the agent types it.
 */
export async function fetchCredentials(path: string): Promise<Credentials | undefined> {
  const url = new URL(path, location.href);
  if (url.origin !== location.origin) return undefined;
  try {
    const answer = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(patience) });
    return answer.ok ? decode(await answer.json()) : undefined;
  } catch {
    return undefined;
  }
}

function decode(given: unknown): Credentials | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { user, password } = given as Partial<Record<string, unknown>>;
  return typeof user === "string" && typeof password === "string" ? { user, password } : undefined;
}
