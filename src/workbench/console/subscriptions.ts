import type { Args } from "../wire/args.ts";
import type { ConnectedFrame } from "../wire/frame.ts";
import type { Payload } from "../wire/payload.ts";
import type { Api, SalesforceRequest } from "../wire/request.ts";

/** Something that happened, for those frames that asked. */
export interface SalesforceEvent {
  readonly api: Api;
  readonly method: string;
  readonly payload: Payload;
}

/** Tells from what a frame asked for whether an event concerns it. */
export type Wanted = (args: Args, frame: ConnectedFrame) => boolean;

/** A frame's wish to be told of events. */
export interface Subscription {
  readonly frame: ConnectedFrame;
  readonly request: SalesforceRequest;
}

/** Which frames asked to be told of what. */
export class Subscriptions {
  readonly #subscriptions = new Map<ConnectedFrame, Map<string, Subscription>>();

  /** Remembers; asking twice changes nothing, as the scripts ask again at every new handler. */
  add(request: SalesforceRequest, frame: ConnectedFrame): void {
    const { api, method, args } = request;
    const own = this.#subscriptions.get(frame) ?? new Map<string, Subscription>();
    const key = [api, method, args.text("eventType"), args.text("eventId")].join(" ");
    this.#subscriptions.set(frame, own.set(key, { frame, request }));
  }

  /** Forgets a frame, or one of its wishes; says whether there was anything to forget. */
  remove(frame: ConnectedFrame, method?: string): boolean {
    const own = this.#subscriptions.get(frame);
    if (method === undefined || own === undefined) return this.#subscriptions.delete(frame);
    const keys = [...own]
      .filter(([, { request }]) => request.method === method)
      .map(([key]) => key);
    return keys.map((key) => own.delete(key)).includes(true);
  }

  /** Whom an event concerns. */
  concerned({ api, method }: SalesforceEvent, wanted: Wanted): readonly Subscription[] {
    return [...this.#subscriptions.values()]
      .flatMap((own) => [...own.values()])
      .filter(({ request }) => request.api === api && request.method === method)
      .filter(({ request, frame }) => wanted(request.args, frame));
  }
}
