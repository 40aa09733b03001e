import { defaultTimeout, makeAsk } from "./ask.ts";
import { findHost } from "./connect-host.ts";
import { lacking } from "./connect-lacking.ts";
import type { Connection, ConnectOptions, LoadedToolkits, ToolkitName } from "./connect-options.ts";
import { thisPage, type ConnectingPage } from "./connect-page.ts";
import { loadScripts, toolkitOf } from "./connect-scripts.ts";
import { expectAnswer } from "./opencti/decode.ts";

/**
 * Loads Salesforce's scripts and makes sure that somebody answers them.
 *
 * Who embeds the page is checked before anything is loaded: against the allowed origins, and against what the browser says
 * about the pages around this one. The scripts read the page's address once; when a router has rewritten it, or when they could not
 * read it, it is put right for as long as they load.
 *
 * @throws `ToolkitError` with code `unavailable`; its `missing` says whether origin, nonce, script or answer is.
 * @example
 * ```ts
 * const { interaction, inConsole } = await connect({
 *   toolkits: ["interaction"],
 *   allowedOrigins: ["https://acme.my.salesforce.com"],
 * });
 * ```
 */
export async function connect<Name extends ToolkitName>(
  options: ConnectOptions<Name>,
  page: ConnectingPage = thisPage,
): Promise<Connection<Name>> {
  const { toolkits, apiVersion = 66, timeout = defaultTimeout } = options;
  const host = findHost(options, page);
  await loadScripts(host, { ...options, apiVersion, timeout }, page);
  // Object.fromEntries forgets which key has which value; each was found under its own name.
  const loaded = Object.fromEntries(toolkits.map((name) => [name, toolkitOf(name, page)])) as Pick<
    LoadedToolkits,
    Name
  >;
  const inConsole = "interaction" in loaded ? await firstAnswer(page, timeout) : undefined;
  return { ...loaded, origin: host.origin, apiVersion, inConsole };
}

async function firstAnswer(page: ConnectingPage, timeout: number): Promise<boolean> {
  const method = "isInConsole";
  try {
    const vendor = toolkitOf("interaction", page);
    return expectAnswer(
      method,
      await makeAsk(timeout)(method, (done) => vendor.isInConsole?.(done)),
    );
  } catch (cause) {
    throw lacking("answer", "Salesforce's script is loaded, but Salesforce does not answer", cause);
  }
}
