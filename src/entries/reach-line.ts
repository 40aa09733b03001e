import { portChannel, type Channel } from "../base/channel.ts";
import { forgetRelease } from "../line/kept-release.ts";
import { otherRelease } from "../line/line-name.ts";
import type { ToLine, ToView } from "../line/protocol.ts";
import { hasEnded, noteLack, noteLeft, workerPort, workerLack } from "../line/worker-port.ts";

/** Reaches the line in its worker; where the browser keeps none, in the phone's own window or in this very page. */
export function reachLine(): Channel<ToView, ToLine> {
  if (!workerLack(window)) return inWorker();
  const { port1, port2 } = new MessageChannel();
  // What is sent until it is loaded waits in the port.
  void import("./without-worker.ts").then((late) => late.reachWithoutWorker(port2));
  return portChannel(port1);
}

/** Milliseconds a worker has to load and to answer. */
const patience = 8_000;

/** A worker that is not there, or does not last, is done without by the next page: that is this one, loaded anew. */
function inWorker(): Channel<ToView, ToLine> {
  const giveUp = (lack: Parameters<typeof noteLack>[1]) => {
    // It must not take calls of the line before it for lost.
    port.close();
    noteLack(window, lack);
    location.reload();
  };
  const unreachable = () => giveUp("unreachable");
  const port = workerPort("/worker.js", unreachable);
  const timer = setTimeout(unreachable, patience);
  port.addEventListener("message", ({ data }: MessageEvent<ToView | typeof otherRelease>) => {
    clearTimeout(timer);
    if (data === otherRelease) {
      forgetRelease(window);
      giveUp("foreign");
    } else if (data.type === "alive" && hasEnded(window, data.lock)) giveUp("ended");
  });
  window.addEventListener("pagehide", () => noteLeft(window));
  return portChannel(port);
}
