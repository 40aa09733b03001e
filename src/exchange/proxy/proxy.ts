import { parseAddress } from "../sip/address.ts";
import {
  copyRequest,
  copyResponse,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from "../sip/message.ts";
import { replyTo } from "../sip/reply.ts";
import { newBranch } from "../sip/token.ts";
import { parseUri } from "../sip/uri.ts";
import type { Authenticator } from "./authenticator.ts";
import { Branch, proxyHost } from "./branch.ts";
import type { Connection, Location } from "./connection.ts";
import type { Flows } from "./flows.ts";
import type { Registrar } from "./registrar.ts";
import { isInDialog, type Router } from "./router.ts";
import type { Transactions } from "./transactions.ts";

export type ProxyParts = {
  readonly authenticator: Authenticator;
  readonly registrar: Registrar;
  readonly flows: Flows;
  readonly router: Router;
  readonly transactions: Transactions;
};

/** How often a caller is sent on before we give up: two telephones may send them to each other. */
const mostRedirections = 3;

type Way = {
  readonly locations: readonly Location[];
  /** How often the caller was sent on already. */
  readonly redirections?: number;
};

/** Methods that begin a dialog, in which we want to stay. */
const dialogMakers = new Set(["INVITE", "SUBSCRIBE", "REFER"]);

/** Passes SIP messages between telephones and robots: a stateful proxy with its registrar (RFC 3261 16, 10). */
export class Proxy {
  readonly #parts: ProxyParts;

  constructor(parts: ProxyParts) {
    this.#parts = parts;
  }

  receive(message: SipMessage, connection: Connection): void {
    if (message.kind === "request") {
      this.#request(message, connection);
      return;
    }
    if (!this.#parts.transactions.hear(message, connection)) return;
    this.#parts.flows.learnFrom(message, connection);
  }

  /** Forgets a connection that is gone; calls go on and are found again when the telephone comes back. */
  disconnect(connection: Connection): void {
    this.#parts.registrar.forget(connection);
    this.#parts.flows.forget(connection);
  }

  #request(request: SipRequest, connection: Connection): void {
    const known = this.#parts.transactions.find(request);
    if (request.method === "CANCEL") {
      connection.send(replyTo(request, known ? 200 : 481));
      known?.cancel(request.headers.get("reason"));
    } else if (known) {
      // An ACK that comes here acknowledges a refusal, and ends with us.
      if (request.method !== "ACK") known.repeat();
    } else {
      this.#newRequest(request, connection);
    }
  }

  #newRequest(request: SipRequest, connection: Connection): void {
    const hops = Number(request.headers.get("max-forwards") ?? 70);
    if (!(hops > 0)) {
      answer(request, connection, 483);
      return;
    }
    // Every way leads through us and on by a flow, so there is no other route to follow.
    request.headers.set("max-forwards", String(hops - 1)).remove("route");
    if (request.method === "REGISTER") this.#register(request, connection);
    else if (isInDialog(request) || request.method === "ACK") this.#forward(request, connection);
    else if (this.#admits(request, connection)) this.#initial(request, connection);
  }

  #admits(request: SipRequest, connection: Connection): boolean {
    const objection = connection.trusted ? undefined : this.#parts.authenticator.objection(request);
    if (objection) connection.send(objection);
    request.headers.remove("authorization").remove("proxy-authorization");
    return objection === undefined;
  }

  #register(request: SipRequest, connection: Connection): void {
    if (!this.#admits(request, connection)) return;
    this.#parts.flows.learnFrom(request, connection);
    connection.send(this.#parts.registrar.register(request, connection));
  }

  #initial(request: SipRequest, connection: Connection): void {
    this.#parts.flows.learnFrom(request, connection);
    if (request.method === "OPTIONS" && parseUri(request.uri)?.user === undefined) {
      connection.send(replyTo(request, 200));
      return;
    }
    if (dialogMakers.has(request.method)) {
      request.headers.push("record-route", `<sip:${proxyHost};transport=ws;lr>`);
    }
    this.#forward(request, connection);
  }

  #forward(request: SipRequest, connection: Connection): void {
    const locations = this.#parts.router.route(request);
    if (typeof locations === "number") answer(request, connection, locations);
    else if (request.method === "ACK") passOn(request, locations);
    else this.#fork(request, connection, { locations });
  }

  /** Where a telephone that was called wants its caller to be sent (RFC 3261 16.5). */
  #elsewhere(request: SipRequest, response: SipResponse): readonly Location[] | undefined {
    const contact = response.headers.get("contact");
    const isRedirected = request.method === "INVITE" && [301, 302].includes(response.status);
    if (!isRedirected || contact === undefined) return undefined;
    const locations = this.#parts.router.route(copyRequest(request, parseAddress(contact).uri));
    return typeof locations === "number" ? undefined : locations;
  }

  #fork(request: SipRequest, connection: Connection, way: Way): void {
    const { locations, redirections = 0 } = way;
    if (request.method === "INVITE" && redirections === 0) connection.send(replyTo(request, 100));
    const branches = locations.map(({ uri, connection: there }) => {
      return new Branch(request, uri, () => (there.up ? there : this.#parts.flows.find(uri)));
    });
    const contact = parseAddress(request.headers.get("contact") ?? "").uri;
    this.#parts.transactions.begin(request, branches, (response) => {
      const next = this.#elsewhere(request, response);
      if (next && redirections < mostRedirections) {
        this.#fork(request, connection, { locations: next, redirections: redirections + 1 });
        return;
      }
      const back = connection.up ? connection : this.#parts.flows.find(contact);
      back?.send(copyResponse(response));
    });
  }
}

function answer(request: SipRequest, connection: Connection, status: number): void {
  // Nobody waits for an answer to an ACK.
  if (request.method !== "ACK") connection.send(replyTo(request, status));
}

/** The ACK of a success is a request of its own, and has no transaction. */
function passOn(request: SipRequest, locations: readonly Location[]): void {
  for (const { uri, connection } of locations) {
    const copy = copyRequest(request, uri);
    copy.headers.push("via", `SIP/2.0/WS ${proxyHost};branch=${newBranch()}`);
    connection.send(copy);
  }
}
