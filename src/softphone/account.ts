import type { Settings } from "../callcenter/schema.ts";
import type { Account } from "../telephony/phone.ts";
import type { LineCommand } from "./line-link.ts";
import { wishOf } from "./phone-wishes.ts";

/** What the agent fills in. Server and domain only where no settings name them. */
export interface SignInForm {
  readonly user: string;
  readonly password: string;
  readonly server?: string;
  readonly domain?: string;
}

/**
 * What the line is told to sign the agent in: first what is wanted of the telephone, so that its very first call is
 * received rightly.
 *
 * @param own - address of the softphone, against which a server such as `/sip` is resolved
 */
export function signInCommands(
  form: SignInForm,
  settings: Settings | undefined,
  own: string,
): readonly LineCommand[] {
  const account = accountOf(form, settings, own);
  return [...(settings ? [wishOf(settings)] : []), { type: "signIn", account }];
}

function accountOf(form: SignInForm, settings: Settings | undefined, own: string): Account {
  const { user, password } = form;
  const { servers, domain, displayName, dtlsClient, dtmf, iceServers, relayOnly } =
    settings?.sip ?? nothingSet;
  // A TURN server without its password is none; that comes by itself, and again in time.
  const stun = iceServers.filter((urls) => /^stun/i.test(urls)).map((urls) => ({ urls }));
  const addresses = form.server ? [form.server] : servers;
  return {
    servers: addresses.map((address) => new URL(address, own.replace(/^http/, "ws")).href),
    domain: form.domain ?? domain,
    user,
    password,
    dtlsClient,
    dtmf,
    ...limitsOf(settings),
    ...(stun.length > 0 && { iceServers: stun }),
    ...(relayOnly && { relayOnly }),
    ...(displayName !== "" && { displayName }),
  };
}

const limitsOf = (settings: Settings | undefined) =>
  settings ? { mostCalls: settings.calls.most } : {};

const nothingSet = {
  servers: [],
  domain: "",
  displayName: "",
  dtlsClient: true,
  dtmf: "rtp",
  iceServers: [],
  relayOnly: false,
} as const;
