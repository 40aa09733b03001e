import { tagOf } from "../sip/address.ts";
import { required, type SipRequest } from "../sip/message.ts";
import { parseUri } from "../sip/uri.ts";
import { proxyHost } from "./branch.ts";
import type { Location } from "./connection.ts";
import type { Flows } from "./flows.ts";
import { normaliseNumber } from "./number.ts";
import type { Registrar } from "./registrar.ts";

/** Where requests go that are for no user. */
export interface Robots {
  /** The robot that takes this request, if there is one. */
  locate(number: string, request: SipRequest): Location | undefined;
  /** Who tells of mailboxes and telephones. */
  notices(request: SipRequest): Location;
}

export type RouterOptions = {
  readonly realm: string;
  readonly users: ReadonlyMap<string, string>;
  readonly registrar: Registrar;
  readonly flows: Flows;
  readonly robots: Robots;
};

/** Decides where a request goes: to places, or nowhere, and then why (a status). */
export class Router {
  readonly #options: RouterOptions;

  constructor(options: RouterOptions) {
    this.#options = options;
  }

  /** True for addresses that we answer for, not a telephone's own contact address. */
  #isOurs(host: string): boolean {
    return host === this.#options.realm || host === proxyHost;
  }

  route(request: SipRequest): readonly Location[] | number {
    const uri = parseUri(request.uri);
    if (!uri) return 400;
    if (isInDialog(request)) return this.#toContact(request, 481);
    if (!this.#isOurs(uri.host)) return this.#toContact(request, 404);
    return this.#toAddressOfRecord(uri.user ?? "", request);
  }

  #toContact(request: SipRequest, otherwise: number): readonly Location[] | number {
    const connection = this.#options.flows.find(request.uri);
    return connection ? [{ uri: request.uri, connection }] : otherwise;
  }

  #toAddressOfRecord(user: string, request: SipRequest): readonly Location[] | number {
    // Whoever wants to be told something asks the exchange, not the one it is about.
    if (request.method === "SUBSCRIBE") return [this.#options.robots.notices(request)];
    if (this.#options.users.has(user)) {
      const telephones = this.#options.registrar.locate(user);
      return telephones.length > 0 ? telephones : 480;
    }
    const robot = this.#options.robots.locate(normaliseNumber(user), request);
    return robot ? [robot] : 404;
  }
}

/** True for what belongs to a call that exists. */
export function isInDialog(request: SipRequest): boolean {
  return tagOf(required(request, "to")) !== undefined;
}
