import { Args } from "./args.ts";
import { type Payload, WireError, type WireValue } from "./payload.ts";
import type { Format } from "./request.ts";
import { decodeTyped, encodeTyped } from "./typed.ts";

const prefix = "integrationApi/";

/** The console toolkit's messages. */
export const integrationFormat: Format = {
  decodeRequest(message) {
    if (!message.startsWith(prefix)) return undefined;
    const values = decodeTyped(message.slice(prefix.length));
    const method = textOf(values, "xdomain_name");
    const transaction = textOf(values, "xdomain_txnId");
    if (method === undefined || transaction === undefined) {
      throw new WireError("shape", "No name or transaction");
    }
    const originFrame = textOf(values, "xdomain_originFrame") ?? "";
    const listens = values.get("event") === true;
    const name = listens ? method : `${method}_${transaction}`;
    return {
      api: "integration",
      method,
      args: new Args(values),
      nonce: textOf(values, "nonce"),
      listens,
      reply: (payload) => encode({ name, originFrame, payload }),
    };
  },

  describe(message) {
    if (!message.startsWith(prefix)) return undefined;
    const values = decodeTyped(message.slice(prefix.length));
    const args = values.get("args");
    const inner = typeof args === "string" && !values.has("xdomain_name");
    return {
      ...Object.fromEntries(values),
      ...(inner ? { args: Object.fromEntries(decodeTyped(args)) } : {}),
    };
  },
};

/** The vendor's script throws at a message without any argument, so there is always one. */
function encode(message: { name: string; originFrame: string; payload: Payload }): string {
  const { name, originFrame, payload } = message;
  const filled = Object.keys(payload).length > 0 ? payload : { success: true };
  return prefix + encodeTyped({ name, originFrame, args: encodeTyped(filled) });
}

function textOf(values: ReadonlyMap<string, WireValue>, key: string): string | undefined {
  const value = values.get(key);
  return typeof value === "string" ? value : undefined;
}
