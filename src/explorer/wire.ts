import { signal, type ReadonlySignal } from "@preact/signals";

/** One message between this page and Salesforce, as the workbench saw it. */
export interface WireMessage {
  readonly direction: "toSalesforce" | "toSoftphone";
  readonly raw: string;
  /** The same, taken apart. */
  readonly decoded: unknown;
  readonly problem: string | undefined;
}

/**
 * Asks the page around for the messages of this one, for a page cannot see what it sends itself.
 * Only the workbench answers; in Salesforce the list stays empty.
 */
export function askForWire(origin: string): ReadonlySignal<readonly WireMessage[]> {
  const messages = signal<readonly WireMessage[]>([]);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = decodeMessage(data);
    if (message) messages.value = [...messages.peek(), message];
  };
  window.parent.postMessage({ shareWire: true }, origin, [port2]);
  return messages;
}

function decodeMessage(data: unknown): WireMessage | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  // Any object can be read as one with unknown members.
  const { direction, raw, decoded, problem } = data as Partial<Record<string, unknown>>;
  if (direction !== "toSalesforce" && direction !== "toSoftphone") return undefined;
  if (typeof raw !== "string") return undefined;
  return { direction, raw, decoded, problem: typeof problem === "string" ? problem : undefined };
}
