import { parseAddress } from "../sip/address.ts";
import type { SipMessage } from "../sip/message.ts";
import { placeOf } from "../sip/uri.ts";
import type { Connection } from "./connection.ts";

/**
 * Remembers behind which connection a contact address lives, since a browser's address says nothing about where it is.
 *
 * A telephone that comes back on a new connection with the same contact is found again, its calls with it.
 */
export class Flows {
  readonly #connections = new Map<string, Connection>();

  learn(uri: string, connection: Connection): void {
    this.#connections.set(placeOf(uri), connection);
  }

  /** Learns from a message whose sender was proven to be who they say. */
  learnFrom(message: SipMessage, connection: Connection): void {
    const contact = message.headers.get("contact");
    if (contact !== undefined && contact !== "*") this.learn(parseAddress(contact).uri, connection);
  }

  find(uri: string): Connection | undefined {
    const connection = this.#connections.get(placeOf(uri));
    return connection?.up === true ? connection : undefined;
  }

  forget(connection: Connection): void {
    for (const [place, own] of this.#connections) {
      if (own === connection) this.#connections.delete(place);
    }
  }

  get size(): number {
    return this.#connections.size;
  }
}
