import {
  canvasClient,
  canvasWay,
  isCallback,
  readQuery,
  type StandInScope,
  type Way,
} from "./scope.ts";

const prefix = "integrationApi/";

export type Values = Readonly<Record<string, unknown>>;

interface Expectation {
  readonly callbacks: readonly ((...args: unknown[]) => unknown)[];
  readonly lasting: boolean;
}

/** Which argument tells one event of a kind from another; it is not handed on where it is only a label. */
const discriminators: Readonly<Record<string, string>> = {
  addEventListener: "eventType",
  chatOnNewMessage: "eventId",
  chatOnAgentSend: "eventId",
  chatOnTypingUpdate: "eventId",
  chatOnCustomEvent: "eventId",
};

/** The page's end of the console toolkit's conversation with Salesforce. */
export class ConsoleConversation {
  readonly #scope: StandInScope;
  readonly #expected = new Map<string, Expectation>();
  #sent = 0;

  constructor(scope: StandInScope) {
    this.#scope = scope;
    scope.self.addEventListener("message", this.#hear);
  }

  /** Sends a call, and keeps its callback. A kind of event is asked for once; more handlers are only kept. */
  execute(callee: string, args: Values, callback?: unknown): undefined {
    const way = wayIn(this.#scope);
    if (way === undefined) throw new TypeError("The page's address names no origin and nonce");
    const lasting = args.event === true;
    const name = lasting ? eventName(callee, args) : `${callee}_${this.#sent}`;
    if (this.#keep(name, callback, lasting)) return;
    const canvas = canvasClient(this.#scope.self) ? { _isCanvas: true } : {};
    const message = { ...this.#header(callee, way), ...args, ...canvas };
    this.#scope.post(this.#scope.top, `${prefix}${write(message)}`, way.origin);
  }

  isExpected(name: string): boolean {
    return this.#expected.has(name);
  }

  /** Drops one handler of an event, or all; Salesforce is never told. */
  drop(name: string, callback?: unknown): void {
    const kept = this.#expected.get(name);
    if (kept === undefined) throw new TypeError(`Nobody listens to ${name}`);
    const callbacks = callback ? kept.callbacks.filter((each) => each !== callback) : [];
    if (callbacks.length === 0) this.#expected.delete(name);
    else this.#expected.set(name, { ...kept, callbacks });
  }

  /** Says whether the event had been asked for already. */
  #keep(name: string, callback: unknown, lasting: boolean): boolean {
    if (!isCallback(callback)) return false;
    const before = this.#expected.get(name);
    this.#expected.set(name, { callbacks: [...(before?.callbacks ?? []), callback], lasting });
    return before !== undefined && lasting;
  }

  #header(callee: string, { nonce }: Way): Values {
    return {
      xdomain_name: callee,
      xdomain_targetFrame: "sfdc-console",
      xdomain_txnId: this.#sent++,
      xdomain_pathToOriginProxy: this.#scope.address.origin,
      xdomain_originFrame: frameName(this.#scope),
      nonce,
    };
  }

  readonly #hear = ({ data, origin }: MessageEvent<unknown>): void => {
    if (typeof data !== "string" || !data.startsWith(prefix)) return;
    if (origin !== wayIn(this.#scope)?.origin) return;
    const message = read(data.slice(prefix.length));
    const payload = read(String(message.args));
    const callee = String(message.name);
    this.#answer(eventName(callee, payload), payload, message.originFrame);
  };

  #answer(name: string, payload: Values, frameId: unknown): void {
    const expected = this.#expected.get(name);
    if (expected === undefined) return;
    if (!expected.lasting) this.#expected.delete(name);
    // Handlers of named events are not told the name.
    const told = name.startsWith("addEventListener ") ? omit(payload, "eventType") : payload;
    const about = expected.lasting ? [{ frameId }] : [];
    for (const callback of expected.callbacks) callback(told, ...about);
  }
}

/** Under which name the handlers of an event are kept. */
export function eventName(callee: string, args: Values): string {
  const key = discriminators[callee];
  return key === undefined ? callee : `${callee} ${String(args[key])}`;
}

function wayIn({ address, self }: StandInScope): Way | undefined {
  const query = readQuery(address.search);
  const origin = query.sfdcIFrameOrigin ?? query.sfdcIframeOrigin;
  const { nonce } = query;
  return origin && nonce ? { origin: origin.toLowerCase(), nonce } : canvasWay(self);
}

/** The frame directly below the top; the own one if a page in between is of another site. */
function frameName({ self, parent, top }: StandInScope): string {
  if (parent === top) return self.name;
  try {
    let frame = parent;
    while (frame.parent !== top && frame.parent !== frame) frame = frame.parent;
    return frame.name;
  } catch {
    return self.name;
  }
}

function omit(values: Values, key: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}

function write(values: Values): string {
  return Object.entries(values)
    .map(([key, value]) => `${encodeURIComponent(key)}=${writeValue(value)}`)
    .join("&");
}

function writeValue(value: unknown): string {
  if (typeof value === "boolean") return `b:${String(value)}`;
  if (Array.isArray(value))
    return `a:${value.map((each) => encodeURIComponent(String(each))).join(";")}`;
  return `s:${encodeURIComponent(String(value))}`;
}

/** Reads what the console sent. An empty list comes out as a list of one empty text, as it does in Salesforce's script. */
function read(text: string): Values {
  const pairs = text.split("&").map((pair) => {
    const [key = "", typed = ""] = pair.split("=");
    const [type, value] = typed.split(":");
    if (value === undefined) throw new TypeError(`Not a typed value: ${pair}`);
    return [decodeURIComponent(key), readValue(type, value)];
  });
  // Pairs of texts and values, whatever they are.
  return Object.fromEntries(pairs) as Values;
}

function readValue(type: string | undefined, value: string): unknown {
  if (type === "a") return value.split(";").map(decodeURIComponent);
  return type === "b" ? value === "true" : decodeURIComponent(value);
}
