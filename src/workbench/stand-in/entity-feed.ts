import type { Conversation } from "./interaction-conversation.ts";
import { readQuery, type StandInScope } from "./scope.ts";

type Method = (...args: unknown[]) => void;
type Call = Readonly<Record<string, unknown>>;

const prefix = "entityFeedApi/";

/** Plays `sforce.interaction.entityFeed`: does something only where the page's address has a nonce of a feed. */
export function feedMethods(
  scope: StandInScope,
  conversation: Conversation,
): Readonly<Record<string, Method>> {
  const nonce = readQuery(scope.address.search).entityFeedNonce;
  const feed = nonce ? new Feed(scope, conversation, nonce) : undefined;
  const methods: [since: number, name: string, method: Method][] = [
    [
      26,
      "refreshObject",
      (...args) => {
        const [objectId, refreshFields, refreshRelatedLists, refreshFeed, callback] = args;
        const flags = { refreshFields, refreshRelatedLists, refreshFeed };
        feed?.ask("refreshObject", { objectId, ...flags }, callback);
      },
    ],
    [26, "onObjectUpdate", (callback) => feed?.ask("onObjectUpdate", {}, callback)],
    [34, "reloadFrame", () => feed?.ask("reloadFrame", {}, undefined)],
  ];
  const known = methods.filter(([since]) => since <= scope.version);
  return Object.fromEntries(known.map(([, name, method]) => [name, method]));
}

/** The conversation with the page of a feed; what is asked before it answered is kept. */
class Feed {
  readonly #scope: StandInScope;
  readonly #conversation: Conversation;
  readonly #nonce: string;
  #page: { readonly window: Window; readonly origin: string } | undefined;
  #kept: Call[] = [];

  constructor(scope: StandInScope, conversation: Conversation, nonce: string) {
    this.#scope = scope;
    this.#conversation = conversation;
    this.#nonce = nonce;
    scope.self.addEventListener("message", this.#hear);
    if (scope.self.document.readyState === "complete") this.#connect();
    else scope.self.addEventListener("load", () => this.#connect());
  }

  ask(name: string, args: Call, callback: unknown): void {
    const call = { method: this.#conversation.expect(name, callback), ...args };
    if (this.#page === undefined) this.#kept.push(call);
    else this.#send(this.#page, { message: this.#stamp(call), nonce: this.#nonce });
  }

  /** Says hello to the page around, and only to the origin that the address names. */
  #connect(): void {
    const origin = readQuery(this.#scope.address.search).sfdcIFrameOrigin;
    if (!origin) return;
    const page = { window: this.#scope.parent, origin };
    this.#send(page, { message: this.#stamp({ method: "connect" }), connect: true });
  }

  #stamp(call: Call): Call {
    return { ...call, toApi: true, version: this.#scope.version };
  }

  #send({ window, origin }: { window: Window; origin: string }, { message, ...rest }: Call): void {
    const sourceFrameName = this.#scope.self.name;
    this.#scope.post(
      window,
      prefix + JSON.stringify({ message, sourceFrameName, ...rest }),
      origin,
    );
  }

  readonly #hear = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (typeof data !== "string" || !data.startsWith(prefix)) return;
    // Read by name only; whoever knows the nonce is the page.
    const { message, nonce } = JSON.parse(data.slice(prefix.length)) as {
      message?: Call;
      nonce?: unknown;
    };
    if (nonce !== this.#nonce || message?.fromApi !== true) return;
    const method = String(message.method);
    if (method !== "connect") this.#conversation.answer(method, message);
    // A window is what sent the message: no port is involved.
    else this.#connected({ window: source as Window, origin });
  };

  #connected(page: { readonly window: Window; readonly origin: string }): void {
    this.#page = page;
    for (const call of this.#kept.splice(0)) {
      this.#send(page, { message: this.#stamp(call), nonce: this.#nonce });
    }
  }
}
