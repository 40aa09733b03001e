/** How Salesforce's scripts reach the page around ours. */
export interface HostAddress {
  /** As the page's address or the signed request has it; it may be no origin at all. `""` when absent. */
  readonly origin: string;
  /** Goes into every message. `""` when absent. */
  readonly nonce: string;
}

/** The origin and nonce in a query string. Never throws, whatever is in it. */
export function readAddress(search: string): HostAddress {
  const found = { origin: "", nonce: "" };
  for (const { role, value } of pairsOf(search)) {
    // The last of two equal keys counts, as in Salesforce's scripts.
    if (role) found[role] = value ?? "";
  }
  return found;
}

/**
 * The origin and nonce in a canvas app's signed request (`context`) or OAuth context message (`payload`).
 *
 * @param request - JSON, or what it reads as.
 */
export function readSignedRequest(request: unknown): HostAddress {
  const root = typeof request === "string" ? jsonOrNothing(request) : request;
  const environment = member(member(root, "context") ?? member(root, "payload"), "environment");
  const parameters = member(environment, "parameters");
  return {
    origin: textOrNothing(member(parameters, "sfdcIframeOrigin")),
    nonce: textOrNothing(member(parameters, "nonce")),
  };
}

/**
 * A query string that Salesforce's scripts read as `address`, with everything else that was in `search`.
 *
 * They know one spelling of the origin only, compare it letter by letter, and throw at a malformed `%` anywhere in the query.
 */
export function searchFor(address: HostAddress, search: string): string {
  const others = pairsOf(search).filter(({ role, value }) => !role && value !== undefined);
  return `?${[
    ...others.map(({ raw }) => raw),
    `sfdcIFrameOrigin=${encodeURIComponent(address.origin)}`,
    `nonce=${encodeURIComponent(address.nonce)}`,
  ].join("&")}`;
}

/** Whether Salesforce's scripts read `address`, and nothing else, from a query string as it is. */
export function suits(search: string, address: HostAddress): boolean {
  const pairs = pairsOf(search);
  return (
    pairs.every(({ role, value }) => value !== undefined && (!role || value === address[role])) &&
    ["sfdcIFrameOrigin", "nonce"].every((key) =>
      pairs.some((pair) => pair.raw.startsWith(`${key}=`)),
    )
  );
}

interface Pair {
  readonly raw: string;
  /** What the pair tells of the host, if anything. */
  readonly role: keyof HostAddress | undefined;
  /** Decoded; absent when it cannot be. */
  readonly value: string | undefined;
}

const roles = new Map<string, keyof HostAddress>([
  // Lightning and canvas write another spelling.
  ["sfdciframeorigin", "origin"],
  ["nonce", "nonce"],
]);

function pairsOf(search: string): Pair[] {
  const pairs = search.replace(/^\?/, "").split("&");
  return pairs.filter(Boolean).map((raw) => {
    const [key = "", value = ""] = raw.split("=");
    return { raw, role: roles.get(key.toLowerCase()), value: decodedOrNothing(value) };
  });
}

function decodedOrNothing(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function jsonOrNothing(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (Object.entries(value).find(([name]) => name === key)?.[1] as unknown)
    : undefined;
}

function textOrNothing(value: unknown): string {
  return typeof value === "string" ? value : "";
}
