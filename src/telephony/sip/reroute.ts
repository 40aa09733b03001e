import type { Session } from "./session.ts";

/** By which server a call goes: the one that the phone is connected with. */
export class Way {
  readonly #now: () => string;
  #server: string;
  /** The route names none of the servers, although the call goes by another one than it did: perhaps the one that is gone. */
  #inDoubt = false;

  /** @param now - Says the WebSocket address of the server that is connected. */
  constructor(now: () => string) {
    this.#now = now;
    this.#server = now();
  }

  /** To be called before the first request by another connection. */
  follow(session: Session | undefined): void {
    const server = this.#now();
    if (session && server !== this.#server) this.#inDoubt = !reroute(session, this.#server, server);
    this.#server = server;
  }

  /**
   * Nothing comes back by the route: leads the requests to the server that is connected, whatever the other one is
   * called. Says whether that may help.
   */
  insist(session: Session): boolean {
    const isNew = this.#inDoubt && lead(session, this.#server, () => true);
    this.#inDoubt = false;
    return isNew;
  }

  /** The other side answered by this way: it is right. */
  settle(): void {
    this.#inDoubt = false;
  }

  /**
   * Keeps a call that JsSIP would end, since a request of it came to nothing, while there is another way; and lets the
   * other side hear of its end, whoever decides that: the agent, who may sign out, too, or JsSIP itself.
   */
  guard(session: Session, retry: () => void): void {
    const fail = session.onDialogError.bind(session);
    session.onDialogError = () => {
      if (this.insist(session)) retry();
      else fail();
    };
    const end = session.terminate.bind(session);
    session.terminate = (options) => {
      this.#sayTwice(session);
      end(options);
    };
  }

  /** Where the route is in doubt, the end goes by both ways: whoever hears it twice says that there is no such call any more. */
  #sayTwice(session: Session): void {
    const hasRoute = (session._dialog?._route_set.length ?? 0) > 0;
    if (!this.#inDoubt || !hasRoute || !session.isEstablished()) return;
    session.sendRequest("BYE", { extraHeaders: [] });
    this.insist(session);
  }
}

/**
 * Leads the requests of a call to another server, when the route that was agreed on begins with one that is gone.
 *
 * Servers that share a name, or an address, are named so in the route: then it is left as it is.
 *
 * @param from - WebSocket address of the server that the call went by.
 * @param to - The one that is connected now.
 * @returns Whether the route named one that is gone.
 */
export function reroute(session: Session, from: string, to: string): boolean {
  const former = new URL(from).host;
  return lead(session, to, (host) => host === former);
}

/** Puts a server at the beginning of the route, where that begins with one that `isFormer` knows. */
function lead(
  { _dialog: dialog }: Session,
  to: string,
  isFormer: (host?: string) => boolean,
): boolean {
  const [first, ...others] = dialog?._route_set ?? [];
  if (!dialog || first === undefined || !isFormer(hostIn(first))) return false;
  const led = first.replace(/^(.*?<?sips?:)[^;>]+/is, `$1${new URL(to).host}`);
  dialog._route_set = [led, ...others];
  return true;
}

const hostIn = (route: string) => /^.*?<?sips?:([^;>]+)/is.exec(route)?.[1]?.toLowerCase();
