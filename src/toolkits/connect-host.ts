import { isAllowedOrigin, originOf } from "./allowed-origins.ts";
import {
  readAddress,
  readSignedRequest,
  searchFor,
  suits,
  type HostAddress,
} from "./connect-address.ts";
import { lacking } from "./connect-lacking.ts";
import type { ConnectOptions, ToolkitName } from "./connect-options.ts";
import type { ConnectingPage } from "./connect-page.ts";

/** Who embeds the page, found and trusted. */
export interface FoundHost extends HostAddress {
  /** What the page's query must be for Salesforce's scripts; absent when it is right, or when they do not read it. */
  readonly search?: string | undefined;
}

/**
 * Finds out who embeds the page, and whether they may.
 *
 * @throws `ToolkitError` with code `unavailable`, missing `origin` or `nonce`.
 */
export function findHost(options: ConnectOptions<ToolkitName>, page: ConnectingPage): FoundHost {
  const host = findAddress(options.signedRequest, page);
  const { origin, nonce } = host;
  if (origin === "") throw lacking("origin", "nothing says that Salesforce embeds this page");
  if (nonce === "") throw lacking("nonce", "Salesforce gave this page no nonce");
  checkTrust(origin, options.allowedOrigins, page);
  return host;
}

function findAddress(signedRequest: unknown, page: ConnectingPage): FoundHost {
  const search = [page.searchAtLoad, page.search].find((search) => {
    const { origin, nonce } = readAddress(search);
    return origin !== "" && nonce !== "";
  });
  if (search !== undefined) return addressIn(search, page);
  // Salesforce's script as well looks at the signed request only when the page's address lacks something.
  return signedRequest === undefined
    ? readAddress(page.searchAtLoad)
    : readSignedRequest(signedRequest);
}

function addressIn(search: string, page: ConnectingPage): FoundHost {
  const { origin, nonce } = readAddress(search);
  const address = { origin: originOf(origin) ?? origin, nonce };
  return suits(page.search, address) ? address : { ...address, search: searchFor(address, search) };
}

/** Only trusted pages may be around this one, and the one that is named must be. */
function checkTrust(origin: string, allowed: readonly string[], page: ConnectingPage): void {
  const around = page.ancestorOrigins;
  const trusted = [...allowed, page.origin];
  const stranger = [origin, ...(around ?? [])].find((other) => !isAllowedOrigin(other, trusted));
  if (stranger !== undefined) {
    throw lacking("origin", `${stranger} is not among the allowed origins`);
  }
  if (around && !around.includes(origin))
    throw lacking("origin", `${origin} does not embed this page`);
}
