import { portChannel, type Channel } from "../base/channel.ts";
import { pageMemory, refusesStorage } from "../base/page-memory.ts";
import { lineName } from "./line-name.ts";
import type { ToLine, ToView, WorkerLack } from "./protocol.ts";

const ended = "switchhook-worker-ended";

/** What the browser lacks for a line that outlives its pages; `undefined` where it lacks nothing. */
export function workerLack(page: Window): WorkerLack | undefined {
  if (!("SharedWorker" in page)) return "missing";
  if (!knowsExtendedLifetime()) return "brief";
  if (refusesStorage(page)) return "refused";
  return pageMemory(page).getItem(ended) === null ? undefined : "ended";
}

/** A browser reads of the options only those that it knows. It does so before it finds that the address is none. */
function knowsExtendedLifetime(): boolean {
  let known = false;
  const options = {
    get extendedLifetime() {
      known = true;
      return true;
    },
  };
  try {
    new SharedWorker("https://[", options as WorkerOptions);
  } catch {
    // As was meant: no worker was started.
  }
  return known;
}

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
