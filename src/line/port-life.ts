import { portChannel, type Channel } from "../base/channel.ts";

// A worker that dies closes its ports without a word, and its lock cannot be seen from another partition: so the
// window asks now and then, in words that neither line nor view takes for its own.

const ping = "switchhook: is the line there?";
const pong = "switchhook: the line is there";

/** The line's end of a port: answers the window that asks whether the line lives, and lets everything else through. */
export function lineChannel<In, Out>(port: MessagePort): Channel<In, Out> {
  const channel = portChannel<unknown, Out>(port);
  return {
    ...channel,
    listen: (listener) =>
      channel.listen((message) => {
        if (message === ping) port.postMessage(pong);
        else listener(message as In); // not ours, so the view's
      }),
  };
}

/** The window's end of the same port. */
export function windowChannel<In, Out>(port: MessagePort): Channel<In, Out> {
  const channel = portChannel<unknown, Out>(port);
  return {
    ...channel,
    listen: (listener) =>
      channel.listen((message) => {
        if (message !== pong) listener(message as In); // not ours, so the line's
      }),
  };
}

/** Resolves when the line at the other end is gone, or says nothing for two rounds of `pause` milliseconds. */
export function whenLineGone(port: MessagePort, pause = 2_000): Promise<void> {
  return new Promise((resolve) => {
    let unanswered = 0;
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (data === pong) unanswered = 0;
    };
    const end = () => {
      clearInterval(timer);
      port.removeEventListener("message", hear);
      port.close();
      resolve();
    };
    port.addEventListener("message", hear);
    port.addEventListener("close", end);
    const timer = setInterval(() => {
      if (++unanswered > 2) end();
      else port.postMessage(ping);
    }, pause);
  });
}
