import { pageMemory, refusesStorage } from "../base/page-memory.ts";
import { lineName } from "./line-name.ts";
import { keptRelease } from "./kept-release.ts";
import { protocolVersion, type WorkerLack } from "./protocol.ts";

// What a page leaves to the next one in its tab: what it knows of workers of its own release, and when it went.
const noted = `switchhook-worker-lack-v${protocolVersion}`;
const lockKey = `switchhook-line-lock-v${protocolVersion}`;
const leftKey = "switchhook-line-left";

/** What only trying shows. It may pass: a release is being copied, the browser was short of memory. */
type PassingLack = Extract<WorkerLack, "ended" | "foreign" | "unreachable">;

/** Milliseconds after which the worker is tried again, once no call is up. */
const respite = 900_000;

/** Milliseconds for which the browser, if it keeps workers at all, surely kept one that nobody needed. */
const moment = 5_000;

/** What the browser lacks for a line that outlives its pages; `undefined` where it lacks nothing. */
export function workerLack(page: Window): WorkerLack | undefined {
  if (!("SharedWorker" in page)) return "missing";
  if (!knowsExtendedLifetime()) return "brief";
  if (refusesStorage(page)) return "refused";
  return notedLack(page);
}

function notedLack(page: Window): PassingLack | undefined {
  const memory = pageMemory(page);
  const [lack, at] = (memory.getItem(noted) ?? "").split(" ");
  const stands = Date.now() - Number(at) < respite || keptRelease(page) !== undefined;
  if (!stands) memory.removeItem(noted);
  return lack && stands ? (lack as PassingLack) : undefined; // as noted below
}

/** Notes for the next page that it has to do without the worker. */
export function noteLack(page: Window, lack: PassingLack): void {
  pageMemory(page).setItem(noted, `${lack} ${Date.now()}`);
  forgetLine(page);
}

/** The page goes: the next one may find its line. */
export function noteLeft(page: Window): void {
  pageMemory(page).setItem(leftKey, String(Date.now()));
}

/** When the page before this one went, in milliseconds since 1970; 0 for the first one. */
export function leftLast(page: Window): number {
  return Number(pageMemory(page).getItem(leftKey));
}

/** The line died by an accident, of which the next page is to conclude nothing. */
export function forgetLine(page: Window): void {
  pageMemory(page).removeItem(lockKey);
}

/**
 * Whether the browser ended the line that the page before this one had, although it left a moment ago.
 *
 * @param lock - That the line holds which is here now.
 */
export function hasEnded(page: Window, lock: string): boolean {
  const memory = pageMemory(page);
  const before = memory.getItem(lockKey) ?? lock;
  memory.setItem(lockKey, lock);
  const hasJustLeft = Date.now() - leftLast(page) < moment;
  // A page that dies without leaving takes its worker with it, which is the browser's right.
  memory.removeItem(leftKey);
  return before !== lock && hasJustLeft;
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
 * Reaches the line in its shared worker, starting the worker when it does not run. It is a bare port, which can be
 * handed to another window.
 *
 * @param onError - The worker's script cannot be loaded, or a worker of this name runs with other options.
 * @throws `ReferenceError` where there is no `SharedWorker`.
 */
export function workerPort(url: string | URL, onError?: () => void): MessagePort {
  const name = lineName(window.location);
  const options: LongLived = { name, extendedLifetime: true };
  const worker = new SharedWorker(url, options);
  if (onError) worker.addEventListener("error", onError);
  return worker.port;
}
