import { portChannel, type Channel } from "../base/channel.ts";
import type { ToLine, ToView } from "../line/protocol.ts";
import { workerLack, workerPort } from "../line/worker-port.ts";

/** Reaches the line in its worker; where the browser keeps none, in the phone's own window or in this very page. */
export function reachLine(): Channel<ToView, ToLine> {
  if (!workerLack(window)) return workerPort("/worker.js");
  const { port1, port2 } = new MessageChannel();
  // What is sent until it is loaded waits in the port.
  void import("./without-worker.ts").then((late) => late.reachWithoutWorker(port2));
  return portChannel(port1);
}
