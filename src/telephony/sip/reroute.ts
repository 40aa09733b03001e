import type { Session } from "./session.ts";

/** By which server a call goes: the one that the phone is connected with. */
export class Way {
  readonly #now: () => string;
  #server: string;

  /** @param now - Says the WebSocket address of the server that is connected. */
  constructor(now: () => string) {
    this.#now = now;
    this.#server = now();
  }

  /** To be called before the first request by another connection. */
  follow(session: Session | undefined): void {
    const server = this.#now();
    if (session && server !== this.#server) reroute(session, this.#server, server);
    this.#server = server;
  }
}

/**
 * Leads the requests of a call to another server, when the route that was agreed on begins with one that is gone.
 *
 * Servers that share a name, or an address, are named so in the route: then it is left as it is.
 *
 * @param from - WebSocket address of the server that the call went by.
 * @param to - The one that is connected now.
 */
export function reroute(session: Session, from: string, to: string): void {
  const { _dialog: dialog } = session;
  if (!dialog) return;
  const [first, ...others] = dialog._route_set;
  const parts = /^(.*?<?sips?:)([^;>]+)(.*)$/is.exec(first ?? "");
  if (parts?.[2]?.toLowerCase() !== new URL(from).host) return;
  dialog._route_set = [(parts[1] ?? "") + new URL(to).host + (parts[3] ?? ""), ...others];
}
