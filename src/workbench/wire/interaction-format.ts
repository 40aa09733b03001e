import { Args } from "./args.ts";
import { decodeFlat, encodeFlat } from "./flat.ts";
import { WireError } from "./payload.ts";
import type { Format } from "./request.ts";

const prefix = "interactionApi/";
const listeners = ["onFocus", "onClickToDial"];

/** Open CTI's messages. Script 25.0 writes them without the prefix, and is answered so. */
export const interactionFormat: Format = {
  decodeRequest(message) {
    const form = formOf(message);
    if (form === undefined) return undefined;
    const values = decodeFlat(message.slice(form.length));
    const numbered = values.get("method");
    if (numbered === undefined) throw new WireError("shape", "No method");
    const method = numbered.replace(/_\d+$/, "");
    return {
      api: "interaction",
      method,
      args: new Args(values),
      nonce: values.get("nonce"),
      listens: listeners.includes(method),
      reply: (payload) => form + encodeFlat({ method: numbered, ...payload }),
    };
  },

  describe(message) {
    const form = formOf(message);
    return form === undefined
      ? undefined
      : Object.fromEntries(decodeFlat(message.slice(form.length)));
  },
};

function formOf(message: string): string | undefined {
  if (message.startsWith(prefix)) return prefix;
  return /^method=\w+/.test(message) ? "" : undefined;
}
