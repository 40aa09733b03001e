import { portChannel, type Channel } from "../base/channel.ts";
import { lineName } from "./line-name.ts";
import type { ToLine, ToView } from "./protocol.ts";

/** Options of `SharedWorker` that TypeScript's DOM does not know yet. */
interface LongLived extends WorkerOptions {
  /** Keeps the worker for a while after its last document, so that it survives a page load. */
  readonly extendedLifetime: true;
}

/**
 * Reaches the line in its shared worker, starting the worker when it does not run.
 *
 * @param onError - The worker's script cannot be loaded, or a worker of this name runs with other options.
 * @throws `ReferenceError` where there is no `SharedWorker`.
 */
export function workerPort(url: string | URL, onError?: () => void): Channel<ToView, ToLine> {
  return portChannel(rawWorkerPort(url, onError));
}

/** The same as a bare port, which can be handed to another window. */
export function rawWorkerPort(url: string | URL, onError?: () => void): MessagePort {
  const name = lineName(window.location);
  const options: LongLived = { name, extendedLifetime: true };
  const worker = new SharedWorker(url, options);
  if (onError) worker.addEventListener("error", onError);
  return worker.port;
}
