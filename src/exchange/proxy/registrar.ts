import { parseAddress, type SipAddress } from "../sip/address.ts";
import { required, type SipRequest, type SipResponse } from "../sip/message.ts";
import { replyTo } from "../sip/reply.ts";
import { parseUri, placeOf } from "../sip/uri.ts";
import type { Connection, Location } from "./connection.ts";

/** One telephone where a user can be reached. */
export type Binding = Location & {
  readonly instance: string | undefined;
  readonly registrationId: string | undefined;
  /** Milliseconds since 1970. */
  readonly until: number;
};

const leastSeconds = 10;
const mostSeconds = 600;
const usualSeconds = 300;
const mostBindings = 20;

/** Knows where each user's telephones are (RFC 3261 10.3). Who asks has been authenticated before. */
export class Registrar {
  readonly #bindings = new Map<string, Map<string, Binding>>();

  /** Registers, renews or removes what the request says, and answers with what holds now. */
  register(request: SipRequest, connection: Connection): SipResponse {
    const user = parseUri(parseAddress(required(request, "to")).uri)?.user;
    if (user === undefined) return replyTo(request, 400);
    const contacts = request.headers.all("contact");
    if (contacts.includes("*")) {
      this.#bindings.delete(user);
      return this.#accept(request, user);
    }
    const addresses = contacts.map(parseAddress);
    if (addresses.some((address) => isTooBrief(secondsOf(request, address)))) {
      return replyTo(request, 423, { headers: [["min-expires", String(leastSeconds)]] });
    }
    for (const address of addresses) this.#bind(user, address, { request, connection });
    return this.#accept(request, user);
  }

  /** The user's telephones that can be called now. */
  locate(user: string): Binding[] {
    const now = Date.now();
    const bindings = [...(this.#bindings.get(user)?.values() ?? [])];
    return bindings.filter((binding) => binding.connection.up && binding.until > now);
  }

  /** Forgets the telephones behind a connection that is gone. */
  forget(connection: Connection): void {
    for (const own of this.#bindings.values()) {
      for (const [key, binding] of own) if (binding.connection === connection) own.delete(key);
    }
  }

  users(): string[] {
    return [...this.#bindings.keys()].filter((user) => this.locate(user).length > 0);
  }

  #bind(
    user: string,
    address: SipAddress,
    from: { readonly request: SipRequest; readonly connection: Connection },
  ): void {
    const own = this.#bindings.get(user) ?? new Map<string, Binding>();
    this.#bindings.set(user, own);
    const key = keyOf(address);
    const seconds = secondsOf(from.request, address);
    // Taken out first, so that the newest stands last and the oldest can be told.
    own.delete(key);
    if (seconds === 0) return;
    own.set(key, {
      uri: address.uri,
      connection: from.connection,
      instance: address.parameters.get("+sip.instance"),
      registrationId: address.parameters.get("reg-id"),
      until: Date.now() + seconds * 1000,
    });
    const [oldest] = own.keys();
    if (own.size > mostBindings && oldest !== undefined) own.delete(oldest);
  }

  #accept(request: SipRequest, user: string): SipResponse {
    const contacts = this.locate(user).map((binding) => ["contact", contactOf(binding)] as const);
    return replyTo(request, 200, { headers: [...contacts, ["date", new Date().toUTCString()]] });
  }
}

/** A telephone with an instance keeps its one binding over new contacts and connections (RFC 5626). */
function keyOf(address: SipAddress): string {
  const instance = address.parameters.get("+sip.instance");
  if (instance === undefined) return placeOf(address.uri);
  return `${instance}#${address.parameters.get("reg-id") ?? ""}`;
}

function secondsOf(request: SipRequest, address: SipAddress): number {
  const asked = Number(address.parameters.get("expires") ?? request.headers.get("expires"));
  return Number.isInteger(asked) && asked >= 0 ? Math.min(asked, mostSeconds) : usualSeconds;
}

function isTooBrief(seconds: number): boolean {
  return seconds > 0 && seconds < leastSeconds;
}

function contactOf(binding: Binding): string {
  const seconds = Math.round((binding.until - Date.now()) / 1000);
  const instance = binding.instance === undefined ? "" : `;+sip.instance="${binding.instance}"`;
  const id = binding.registrationId === undefined ? "" : `;reg-id=${binding.registrationId}`;
  return `<${binding.uri}>;expires=${seconds}${instance}${id}`;
}
