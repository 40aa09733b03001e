import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import type { Cable } from "./cable.ts";

/**
 * Lays a cable to `target`, a UDP port of this machine. While it is cut, packets of both directions are lost, and
 * nobody is told: neither side can know it from a network that is gone.
 */
export async function laySoundCable(target: () => number): Promise<Cable> {
  /** One for each that sends from the near side, by its port: so that the far side can tell them apart. */
  const ends = new Map<number, Socket>();
  let whole = true;
  const near = createSocket("udp4");
  const endFor = (port: number) => {
    const end = createSocket("udp4").bind(0, "127.0.0.1");
    end.on("message", (packet) => {
      if (whole) near.send(packet, port, "127.0.0.1");
    });
    ends.set(port, end);
    return end;
  };
  near.on("message", (packet, { port }) => {
    if (whole) (ends.get(port) ?? endFor(port)).send(packet, target(), "127.0.0.1");
  });
  near.bind(0, "127.0.0.1");
  await once(near, "listening");
  return {
    port: near.address().port,
    cut: () => {
      whole = false;
    },
    mend: () => {
      whole = true;
    },
    async close() {
      for (const socket of [near, ...ends.values()]) {
        socket.close();
        await once(socket, "close");
      }
    },
  };
}
