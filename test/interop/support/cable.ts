import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** The wire between the agent's browser and Kamailio, which can be cut. */
export interface Cable {
  readonly port: number;
  /** Breaks every connection at once, without a word to either side; new ones fail until {@link Cable.mend}. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Lays a cable to `target`, a TCP port of this machine. */
export async function layCable(target: () => number): Promise<Cable> {
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) {
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
      one.on("close", () => {
        ends.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port for the cable");
  const cut = () => {
    whole = false;
    for (const end of ends) end.destroy();
  };
  return {
    port: address.port,
    cut,
    mend: () => {
      whole = true;
    },
    async close() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
