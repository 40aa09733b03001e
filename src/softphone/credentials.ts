/** User and short-lived password as the softphone's own host hands them out. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** For the TURN servers of the settings. */
  readonly turn?: TurnCredentials;
}

/** What TURN servers take for a while (draft-uberti-behave-turn-rest). */
export interface TurnCredentials {
  readonly username: string;
  readonly password: string;
  /** Seconds for which it counts; left out when it does for ever. */
  readonly ttl?: number;
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
  if (typeof user !== "string" || typeof password !== "string") return undefined;
  const turn = decodeTurn((given as Partial<Record<string, unknown>>).turn);
  return { user, password, ...(turn && { turn }) };
}

function decodeTurn(given: unknown): TurnCredentials | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { username, password, ttl } = given as Partial<Record<string, unknown>>;
  if (typeof username !== "string" || typeof password !== "string") return undefined;
  return { username, password, ...(typeof ttl === "number" && ttl > 0 && { ttl }) };
}
