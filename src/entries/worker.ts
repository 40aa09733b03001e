import { lineChannel } from "../line/port-life.ts";
import { isOwnLine, orgOf, otherRelease } from "../line/line-name.ts";
import { makeLine } from "./make-line.ts";

/** What a shared worker's global object has, and TypeScript's DOM library leaves out. */
interface WorkerScope {
  onconnect: ((event: MessageEvent) => void) | null;
  /** Says for which org the line is; see `workerPort`. */
  readonly name: string;
  close(): void;
}

// This file only ever runs in a shared worker.
const scope = globalThis as unknown as WorkerScope;

// Never given back: the browser does that when the worker is no more.
const lifeLock = () =>
  new Promise<string>((held) => {
    const name = `switchhook-line-${crypto.randomUUID()}`;
    const hold = () => {
      held(name);
      return new Promise(() => undefined);
    };
    navigator.locks.request(name, hold).catch(() => undefined);
  });

/** A view of another release, from some cache, has named the line for itself and got this script. */
const refuse = (port: MessagePort) => port.postMessage(otherRelease);

function serve(): (port: MessagePort) => void {
  const line = makeLine({
    place: "worker",
    org: orgOf(scope.name),
    lifeLock: lifeLock(),
    onClosed: () => scope.close(),
  });
  return (port) => {
    const leave = line.connect(lineChannel(port));
    // A window of another site holds no lock that could be seen here: its port tells that it is gone.
    port.addEventListener("close", leave);
  };
}

const connect = isOwnLine(scope.name) ? serve() : refuse;
scope.onconnect = ({ ports: [port] }) => port && connect(port);
