import { decodeRequest } from "./formats.ts";
import { type ConnectedFrame, postTo } from "./frame.ts";
import { WireError } from "./payload.ts";
import type { SalesforceRequest } from "./request.ts";
import type { WireLog } from "./wire-log.ts";

/** Takes a request that was let in. */
export type Receive = (request: SalesforceRequest, frame: ConnectedFrame) => void;

/** The door of Salesforce's page: lets in messages of frames it knows, from their origin, with their nonce. */
export class Reception {
  readonly #frames = new Set<ConnectedFrame>();
  readonly #log: WireLog;
  readonly #receive: Receive;

  constructor(log: WireLog, receive: Receive) {
    this.#log = log;
    this.#receive = receive;
  }

  get frames(): ReadonlySet<ConnectedFrame> {
    return this.#frames;
  }

  /** Lets a frame speak, until the returned function is called. */
  connect(frame: ConnectedFrame): () => void {
    if (this.#frames.size === 0) window.addEventListener("message", this.#hear);
    this.#frames.add(frame);
    return () => {
      this.#frames.delete(frame);
      if (this.#frames.size === 0) window.removeEventListener("message", this.#hear);
    };
  }

  send(frame: ConnectedFrame, raw: string): void {
    // An answer may be late: whoever is in the frame by then did not ask.
    if (!this.#frames.has(frame)) return;
    this.#log.add({ direction: "toSoftphone", frame: frame.element.name, raw });
    postTo(frame, raw);
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    const frame = [...this.#frames].find(({ element }) => element.contentWindow === event.source);
    if (frame === undefined || typeof event.data !== "string") return;
    const request = this.#admit(event.data, event.origin, frame);
    const problem = request instanceof WireError ? request.message : undefined;
    this.#log.add({
      direction: "toSalesforce",
      frame: frame.element.name,
      raw: event.data,
      ...(problem === undefined ? {} : { problem }),
    });
    if (!(request instanceof WireError)) this.#receive(request, frame);
  };

  #admit(raw: string, origin: string, frame: ConnectedFrame): SalesforceRequest | WireError {
    if (origin !== frame.origin) return new WireError("shape", `Came from ${origin}`);
    const request = decodeRequest(raw);
    if (request instanceof WireError || knowsNonce(request, frame)) return request;
    return new WireError("shape", "Wrong nonce");
  }
}

/** The first message of a feed's publisher cannot carry the nonce yet. */
function knowsNonce({ api, method, nonce }: SalesforceRequest, frame: ConnectedFrame): boolean {
  if (api !== "entityFeed") return nonce === frame.nonce;
  if (frame.entityFeedNonce === undefined) return false;
  return method === "connect" || nonce === frame.entityFeedNonce;
}
