import { Emitter, type Stop } from "../base/emitter.ts";
import type { MediaDocument, MediaPort, MediaPortEvents } from "../telephony/media-port.ts";

/** Says which view carries which call's audio. */
export class MediaRouter implements MediaPort {
  readonly #routes = new Map<string, MediaDocument>();
  readonly #events = new Emitter<MediaPortEvents>();

  current(call: string): MediaDocument | undefined {
    const document = this.#routes.get(call);
    return document?.alive ? document : undefined;
  }

  on<Name extends keyof MediaPortEvents>(
    name: Name,
    listener: (event: MediaPortEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  /** From now on `document` carries the call. */
  route(call: string, document: MediaDocument): void {
    if (this.#routes.get(call) === document) return;
    this.#routes.set(call, document);
    this.#events.emit("moved", { call });
  }

  /** The document that carries the call has lost the way to the other side. */
  stall(call: string): void {
    this.#events.emit("stalled", { call });
  }

  forget(call: string): void {
    this.#routes.delete(call);
  }
}
