import { portChannel } from "../base/channel.ts";
import type { LinePlace } from "../line/protocol.ts";
import { makeLine } from "./make-line.ts";

/** Lets the line live in this document, and connects the other end of `port` with it. */
export function serveLine(port: MessagePort, place: LinePlace): void {
  makeLine({ place }).connect(portChannel(port));
}
