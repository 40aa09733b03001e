import { readFile } from "node:fs/promises";

const metaTag = /(<meta\s+name="switchhook-allowed-origins"\s+content=")[^"]*(")/;

/** The softphone's HTML with the list of pages that may embed it written into its `meta` tag. */
export async function softphoneShell(file: string, allowed: readonly string[]): Promise<string> {
  const html = await readFile(file, "utf8");
  if (!metaTag.test(html)) throw new Error(`${file} has no meta tag switchhook-allowed-origins`);
  return html.replace(metaTag, (_all, before: string, after: string) => {
    return before + allowed.join(" ").replaceAll('"', "&quot;") + after;
  });
}

/**
 * Response header `Link` that has a page's style sheet and script fetched before the page itself is read: some 20 ms of
 * each page load on a slow machine.
 */
export function preloadsOf(html: string): string {
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  const scripts = [...html.matchAll(/<script src="([^"]+)"/g)];
  const preload = (as: string) => (found: RegExpExecArray) =>
    `<${found[1] ?? ""}>; rel=preload; as=${as}`;
  return [...sheets.map(preload("style")), ...scripts.map(preload("script"))].join(", ");
}

/** Who may embed the softphone, and where it is served. */
export interface Embedding {
  readonly allowed: readonly string[];
  /** The request's Host header: a page of our own may embed us, too. */
  readonly host: string;
}

/**
 * Whether an address says of itself that a page which may not embed the softphone does. All that could be read as
 * the embedding page's name counts, in any case and however often it is given: one that is known is enough for no.
 */
export function namesStranger(url: string, { allowed, host }: Embedding): boolean {
  const names = [...new URLSearchParams(url.split("?")[1])]
    .filter(([key]) => key.toLowerCase() === "sfdciframeorigin")
    .map(([, name]) => name.toLowerCase());
  return (
    names.length > 0 &&
    names.every((name) => !isHost(name, host) && !allowed.some((each) => matches(each, name)))
  );
}

function isHost(address: string, host: string): boolean {
  return URL.canParse(address) && new URL(address).host === host.toLowerCase();
}

/**
 * Response headers of the softphone's HTML.
 *
 * `frame-ancestors` keeps strangers from framing it. Where the address itself names a stranger, the softphone is
 * given an empty list, shows its refusal and nothing else, and may be framed for that: so an administrator reads why.
 */
export function shellHeaders(allowed: readonly string[], stranger: boolean) {
  const sources = allowed.join(" ");
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${sources}`,
    "connect-src 'self' ws: wss: https:",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(stranger ? [] : [`frame-ancestors ${sources}`]),
  ];
  return {
    "content-security-policy": policy.join("; "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  };
}

/** A pattern is an origin, or one with `*.` before its host. A stricter check is the softphone's own. */
function matches(pattern: string, origin: string): boolean {
  const [scheme, host] = pattern.split("://");
  if (!host?.startsWith("*.")) return pattern === origin;
  return origin.startsWith(`${scheme ?? ""}://`) && origin.endsWith(host.slice(1));
}
