import { UA, WebSocketInterface, type Socket } from "jssip";
import type { UAConfiguration } from "jssip/lib/UA";
import type { Account } from "../phone.ts";
import { optionsRequest } from "./options-request.ts";
import { schedule as timers, type Schedule } from "../../base/schedule.ts";
import { Trunk, type OpenSocket } from "./trunk.ts";

/** JsSIP's own WebSocket. */
export const webSocket: OpenSocket = (address) => new WebSocketInterface(address);

/**
 * JsSIP's user agent, which keeps the password.
 *
 * Left alone it trades the password for a hash after the first answer, and then cannot answer a challenge from
 * another realm (a proxy's) or for another algorithm.
 */
class UserAgent extends UA {
  override set<Name extends keyof UAConfiguration>(
    name: Name,
    value: UAConfiguration[Name],
  ): boolean {
    return name === "ha1" || name === "realm" ? true : super.set(name, value);
  }
}

export interface UserAgentOptions {
  readonly openSocket: OpenSocket;
  /** Whether no call is up. */
  readonly isIdle: () => boolean;
  /** What the server is to know us by. @defaultValue made up */
  readonly name?: string | undefined;
  /** @defaultValue timers */
  readonly schedule?: Schedule;
}

/** A user agent for `account`, not started yet, with the connection below it. */
export function userAgent(
  account: Account,
  { schedule = timers, name, ...options }: UserAgentOptions,
): { readonly ua: UA; readonly trunk: Trunk } {
  const { servers, domain, user } = account;
  const trunk: Trunk = new Trunk({
    ...{ ...options, servers, schedule },
    options: () => optionsRequest({ domain, user, transport: trunk.via_transport }),
    leave: () => unregistered(ua, schedule),
    stay: () => ua.register(),
  });
  const ua: UA = new UserAgent({
    sockets: asSocket(trunk),
    uri: `sip:${user}@${domain}`,
    password: account.password,
    ...(account.displayName && { display_name: account.displayName }),
    ...(name !== undefined && { contact_uri: `sip:${name}@${name}.invalid;transport=ws` }),
    register_expires: 300,
    // How long a caller may ring is the server's to say (or the INVITE's, by Expires): JsSIP gives up after a minute.
    no_answer_timeout: 3_600,
    user_agent: "Switchhook",
  });
  return { ua, trunk };
}

/** Takes our address off a server that we leave; settles when it has confirmed, or after a second. */
function unregistered(ua: UA, schedule: Schedule): Promise<void> {
  return new Promise((resolve) => {
    const stop = schedule(resolve, 1_000);
    ua.once("unregistered", () => {
      stop();
      resolve();
    });
    // Not the agent's own: that one would keep us from registering with the next server.
    if (ua.isRegistered()) registratorOf(ua).unregister();
    else resolve();
  });
}

/** JsSIP's own types leave the method out; `checkPrivateNames` has seen it. */
const registratorOf = (ua: UA) =>
  ua.registrator() as ReturnType<UA["registrator"]> & { unregister(): void };

/** It has every member of JsSIP's interface, which its types declare as a class. */
const asSocket = (trunk: unknown) => trunk as Socket;
