import { portChannel } from "../base/channel.ts";
import { makeLine } from "./make-line.ts";

/** What a shared worker's global object has, and TypeScript's DOM library leaves out. */
interface WorkerScope {
  onconnect: ((event: MessageEvent) => void) | null;
  close(): void;
}

// This file only ever runs in a shared worker.
const scope = globalThis as unknown as WorkerScope;

const line = makeLine({ place: "worker", onClosed: () => scope.close() });

scope.onconnect = ({ ports: [port] }) => {
  if (!port) return;
  const leave = line.connect(portChannel(port));
  // A window of another site holds no lock that could be seen here: its port tells that it is gone.
  port.addEventListener("close", leave);
};
