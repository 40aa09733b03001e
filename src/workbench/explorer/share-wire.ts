import { effect } from "@preact/signals";
import type { PlayedSalesforce, WireEntry } from "../console/state.ts";

/** The frame whose messages are shared, and its origin. */
export interface SharingFrame {
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
}

/**
 * Lets the page in the frame see its own messages as Salesforce sees them: no page can listen to what it posts itself.
 * It asks with `{ shareWire: true }` and a port, on which each message then arrives. Returns what ends it.
 */
export function shareWire({ wire }: PlayedSalesforce, { frame, origin }: SharingFrame): () => void {
  let stop: (() => void) | undefined;
  const hear = (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== frame.contentWindow || event.origin !== origin || !port) return;
    if (!isRequest(event.data)) return;
    stop?.();
    stop = passOn(wire, port);
  };
  window.addEventListener("message", hear);
  return () => {
    window.removeEventListener("message", hear);
    stop?.();
  };
}

function isRequest(data: unknown): boolean {
  return typeof data === "object" && data !== null && "shareWire" in data;
}

function passOn(wire: PlayedSalesforce["wire"], port: MessagePort): () => void {
  let last: WireEntry | undefined = wire.peek().at(-1);
  return effect(() => {
    const entries = wire.value;
    const fresh = last === undefined ? entries : entries.slice(entries.lastIndexOf(last) + 1);
    last = entries.at(-1);
    for (const { at, direction, raw, decoded, problem } of fresh) {
      port.postMessage({ at, direction, raw, decoded, problem });
    }
  });
}
