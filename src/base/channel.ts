import type { Stop } from "./emitter.ts";

/** One end of a two-way line of typed messages: sends `Out`, hears `In`. */
export interface Channel<In, Out> {
  send(message: Out): void;
  /** Hears every message from the other end, until stopped. Messages sent before the first listener are kept. */
  listen(listener: (message: In) => void): Stop;
  close(): void;
}

/** A {@link Channel} over a `MessagePort`. Both ends ship in one build, so messages are trusted to be `In`. */
export function portChannel<In, Out>(port: MessagePort): Channel<In, Out> {
  return {
    send: (message) => port.postMessage(message),
    listen(listener) {
      const hear = (event: MessageEvent<In>) => listener(event.data);
      port.addEventListener("message", hear);
      port.start();
      return () => port.removeEventListener("message", hear);
    },
    close: () => port.close(),
  };
}
