import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";

/** A TCP port that nobody listens on. */
export async function freeTcpPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No TCP port is free");
  return address.port;
}

/** A UDP port that nobody listens on. */
export async function freeUdpPort(): Promise<number> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

/**
 * A port for a telephone, which takes it for UDP and TCP, and the next one for TLS: from below those that the system
 * hands out, so that nobody gets it meanwhile.
 */
export async function freeSipPort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 10_000 + 2 * Math.floor(Math.random() * 5_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error("No port is free for a telephone");
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const socket = createSocket("udp4");
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
    await once(socket.bind(port, "127.0.0.1"), "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
    socket.close();
  }
}

/** Ports for sound are below those that the system hands out. */
const [lowest, highest] = [20_000, 32_000];
/** Elsewhere at each run, so that several do not meet. */
let nextSound = lowest + 2 * Math.floor(Math.random() * 6_000);

/** A range of UDP ports for sound, of which no two peers get the same: what comes to one is not the other's. */
export function soundPorts(count: number): { readonly from: number; readonly to: number } {
  const from = nextSound + count > highest ? lowest : nextSound;
  nextSound = from + count;
  return { from, to: nextSound - 1 };
}

/** An address of this machine besides loopback, which baresip refuses, with the name of its interface. */
export function ownAddress(): { readonly name: string; readonly address: string } {
  for (const [name, addresses = []] of Object.entries(networkInterfaces())) {
    const found = addresses.find(({ family, internal }) => family === "IPv4" && !internal);
    if (found) return { name, address: found.address };
  }
  throw new Error("baresip needs an IPv4 address besides loopback, and this machine has none");
}
