import { canvasWay, isCallback, readQuery, type StandInScope, type Way } from "./scope.ts";

type Pairs = readonly (readonly [key: string, value: unknown])[];
type Reply = Readonly<Record<string, unknown>>;

const listeners = ["onClickToDial", "onFocus", "onObjectUpdate"];

/** The page's end of Open CTI's conversation with Salesforce. */
export class Conversation {
  readonly #scope: StandInScope;
  readonly #way: Way | undefined;
  readonly #callbacks = new Map<string, unknown[]>();
  #asked = 0;

  constructor(scope: StandInScope) {
    this.#scope = scope;
    this.#way = wayIn(scope);
    if (this.#way !== undefined) scope.self.addEventListener("message", this.#hear);
  }

  /** Sends a call; without a way nothing is sent, and nobody is told. */
  ask(name: string, pairs: Pairs, callback: unknown): void {
    const method = this.expect(name, callback);
    if (this.#way === undefined) return;
    const { nonce, origin, servedFromCanvas } = this.#way;
    // Script 25.0 knew neither its prefix nor its version.
    const [prefix, version] =
      this.#scope.version > 25 ? ["interactionApi/", this.#scope.version] : [""];
    const all: Pairs = [
      ["method", method],
      ...pairs,
      ["nonce", nonce],
      ...(version === undefined ? [] : [["apiVersion", version] as const]),
    ];
    const body = all.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join("&");
    const { parent, top, post } = this.#scope;
    post(servedFromCanvas === true ? top : parent, prefix + body, origin);
  }

  /** Keeps a callback, and returns the name under which its answer will come. */
  expect(name: string, callback: unknown): string {
    if (!callback) return name;
    const method = listeners.includes(name) ? name : `${name}_${this.#asked++}`;
    this.#callbacks.set(method, [...(this.#callbacks.get(method) ?? []), callback]);
    return method;
  }

  /** Runs whoever waits for this name. If one throws, the others go unheard and the name stays. */
  answer(method: string, reply: Reply): void {
    for (const callback of this.#callbacks.get(method) ?? []) {
      if (!isCallback(callback)) throw new TypeError("callback is not a function");
      callback(reply);
    }
    if (!listeners.includes(method)) this.#callbacks.delete(method);
  }

  readonly #hear = ({ data, origin }: MessageEvent<unknown>): void => {
    if (origin !== this.#way?.origin) return;
    try {
      if (typeof data !== "string") throw new TypeError("Not a text");
      const prefix = this.#scope.version > 25 ? "interactionApi/" : "";
      if (!data.startsWith(prefix)) return;
      const reply = readQuery(data.slice(prefix.length));
      if (reply.method) this.answer(reply.method, withResult(reply));
    } catch {
      this.#scope.complain("Failed to process API response.");
    }
  };
}

function wayIn({ address, self }: StandInScope): Way | undefined {
  const query = readQuery(address.search);
  const [origin, nonce] = [query.sfdcIFrameOrigin, query.nonce];
  if (origin && nonce) return { origin: origin.toLowerCase(), nonce };
  return canvasWay(self);
}

/** Only the result is converted, and only to a boolean. */
function withResult(reply: Reply): Reply {
  const { result } = reply;
  return result === "true" || result === "false" ? { ...reply, result: result === "true" } : reply;
}
