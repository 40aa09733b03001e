import { portChannel, type Channel } from "../base/channel.ts";
import type { ToLine, ToView } from "../line/protocol.ts";
import { workerPort } from "../line/worker-port.ts";

/** Reaches the line in its worker; without workers, in this very document. */
export function reachLine(): Channel<ToView, ToLine> {
  if ("SharedWorker" in window) return workerPort("/worker.js");
  const { port1, port2 } = new MessageChannel();
  // What is sent until it is loaded waits in the port.
  void import("./line-here.ts").then(({ serveLine }) => serveLine(port2));
  return portChannel(port1);
}
