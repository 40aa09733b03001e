import { UA, WebSocketInterface, type Socket } from "jssip";
import type { UAConfiguration } from "jssip/lib/UA";
import type { Account } from "../phone.ts";

/** Opens the connection to one server. */
export type OpenSocket = (address: string) => Socket;

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

/** A user agent for `account`, not started yet. */
export function userAgent(account: Account, openSocket: OpenSocket): UA {
  const sockets = account.servers.map((address, index) => ({
    socket: openSocket(address),
    // Equal weights would be picked from by chance.
    weight: account.servers.length - index,
  }));
  return new UserAgent({
    sockets,
    uri: `sip:${account.user}@${account.domain}`,
    password: account.password,
    ...(account.displayName && { display_name: account.displayName }),
    register_expires: 300,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 8,
    user_agent: "Switchhook",
  });
}
