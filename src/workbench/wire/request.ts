import type { Args } from "./args.ts";
import type { Payload } from "./payload.ts";

/** Which of Salesforce's three conversations a message belongs to. */
export type Api = "interaction" | "integration" | "entityFeed";

/** A message from a softphone, understood. */
export interface SalesforceRequest {
  readonly api: Api;
  /** The wire's name of the method, without its counter: `screenPop`, `openPrimaryTab`. */
  readonly method: string;
  readonly args: Args;
  readonly nonce: string | undefined;
  /** Asks to be told of events, which is never answered. */
  readonly listens: boolean;
  /** The message that answers this one, or tells of an event that it asked for. */
  reply(payload: Payload): string;
}

/** One format of messages, as the host sees it. */
export interface Format {
  /** Understands a request; `undefined` when the message is in another format. */
  decodeRequest(message: string): SalesforceRequest | undefined;
  /** What a message of this format says, for a person to read; `undefined` when it is in another format. */
  describe(message: string): unknown;
}
