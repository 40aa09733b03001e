import { fieldsOf } from "../../base/fields.ts";
import { Args } from "./args.ts";
import { WireError } from "./payload.ts";
import type { Format } from "./request.ts";

const prefix = "entityFeedApi/";

/** The messages between a feed-based page and the publishers in it: JSON. */
export const entityFeedFormat: Format = {
  decodeRequest(message) {
    if (!message.startsWith(prefix)) return undefined;
    const body = fieldsOf(parse(message));
    const call = fieldsOf(body.message);
    const numbered = call.method;
    if (typeof numbered !== "string") throw new WireError("shape", "No method");
    const method = numbered.replace(/_\d+$/, "");
    const nonce = typeof body.nonce === "string" ? body.nonce : undefined;
    return {
      api: "entityFeed",
      method,
      args: new Args(new Map(Object.entries(call).map(([key, value]) => [key, String(value)]))),
      nonce,
      listens: method === "onObjectUpdate",
      reply: (payload) => {
        const { nonce: feedNonce, ...rest } = payload;
        const answer = { fromApi: true, method: numbered, ...rest };
        return prefix + JSON.stringify({ message: answer, nonce: feedNonce ?? nonce });
      },
    };
  },

  describe: (message) => (message.startsWith(prefix) ? parse(message) : undefined),
};

function parse(message: string): unknown {
  try {
    return JSON.parse(message.slice(prefix.length));
  } catch (cause) {
    throw new WireError("shape", "Not JSON", { cause });
  }
}
