import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A wire between the agent's browser and a server, which can be cut. */
export interface Cable {
  readonly port: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A cable for connections. */
export interface SignalCable extends Cable {
  /** How often somebody wanted to connect. */
  readonly attempts: number;
}

export interface CableOptions {
  /**
   * Cutting it tells nobody: what is sent is lost, and connections only look open until it is mended. Otherwise they
   * break at once, and new ones fail. @defaultValue false
   */
  readonly silent?: boolean;
}

/** Lays a cable to `target`, a TCP port of this machine. */
export async function layCable(
  target: () => number,
  { silent = false }: CableOptions = {},
): Promise<SignalCable> {
  const ends = new Set<Socket>();
  let whole = true;
  let attempts = 0;
  const server = createServer((near) => {
    attempts += 1;
    if (!whole && !silent) {
      near.destroy();
      return;
    }
    const far = connect(target(), "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on("error", () => undefined); // `close` comes after it
      one.on("data", (chunk) => {
        if (whole) other.write(chunk);
      });
      one.on("close", () => {
        ends.delete(one);
        if (whole) other.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port for the cable");
  const breakAll = () => {
    for (const end of ends) end.destroy();
  };
  return {
    port: address.port,
    get attempts() {
      return attempts;
    },
    cut() {
      whole = false;
      if (!silent) breakAll();
    },
    mend() {
      breakAll(); // those that look open have lost something
      whole = true;
    },
    async close() {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
}
