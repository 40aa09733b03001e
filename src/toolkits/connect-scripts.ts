import { withDeadline } from "../base/deadline.ts";
import { isAllowedOrigin } from "./allowed-origins.ts";
import type { FoundHost } from "./connect-host.ts";
import { lacking } from "./connect-lacking.ts";
import type { ConnectOptions, LoadedToolkits, ToolkitName } from "./connect-options.ts";
import type { ConnectingPage } from "./connect-page.ts";

/** Which scripts to load, from where, and how long to wait. */
type ScriptOptions = ConnectOptions<ToolkitName> &
  Required<Pick<ConnectOptions<ToolkitName>, "apiVersion" | "timeout">>;

/**
 * Loads the scripts that the page has not got yet, with the address they need in place.
 *
 * @throws `ToolkitError` with code `unavailable`, missing `script`.
 */
export async function loadScripts(
  host: FoundHost,
  options: ScriptOptions,
  page: ConnectingPage,
): Promise<void> {
  const base = scriptBase(host, options, page);
  if (options.signedRequest !== undefined) handOver(options.signedRequest, page);
  const load = async (name: ToolkitName) => {
    const url = base + scriptPaths[name](options.apiVersion);
    if (!page.sforce?.[name]) await loadScript(url, options.timeout, page);
    options.onLoaded?.({ [name]: toolkitOf(name, page) });
  };
  const restore = host.search === undefined ? undefined : page.rewriteSearch(host.search);
  try {
    await Promise.all(options.toolkits.map(load));
  } finally {
    restore?.();
  }
}

async function loadScript(url: string, timeout: number, page: ConnectingPage): Promise<void> {
  try {
    await withDeadline(page.loadScript(url), timeout, "Salesforce's script");
  } catch (cause) {
    throw lacking("script", `not loaded: ${url}`, cause);
  }
}

/**
 * A toolkit that a script has put on the page.
 *
 * @throws `ToolkitError` with code `unavailable`, missing `script`.
 */
export function toolkitOf<Name extends ToolkitName>(
  name: Name,
  page: ConnectingPage,
): LoadedToolkits[Name] {
  const toolkit = page.sforce?.[name];
  if (typeof toolkit !== "object" || toolkit === null) {
    throw lacking("script", `Salesforce's script did not set up sforce.${name}`);
  }
  // The vendor's script is untyped: vendor.ts says what it holds, and each method is looked for before it is called.
  return toolkit as LoadedToolkits[Name];
}

const scriptPaths: Record<ToolkitName, (apiVersion: number) => string> = {
  interaction: (apiVersion) => `/support/api/${apiVersion.toFixed(1)}/interaction.js`,
  console: (apiVersion) => `/support/console/${apiVersion.toFixed(1)}/integration.js`,
};

function scriptBase(
  host: FoundHost,
  { scriptOrigin = host.origin, allowedOrigins }: ScriptOptions,
  page: ConnectingPage,
): string {
  const base = scriptOrigin || page.origin;
  if (isAllowedOrigin(base, [...allowedOrigins, page.origin])) return base;
  throw lacking("script", `${base} is not among the allowed origins`);
}

/** Salesforce's scripts look for the signed request while they load. */
function handOver(request: unknown, page: ConnectingPage): void {
  if (!page.canvas) throw lacking("script", "the page has not loaded Salesforce's canvas script");
  page.canvas.signedrequest(request);
}
