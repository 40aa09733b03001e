import { execFile } from "node:child_process";
import { createSocket } from "node:dgram";
import { promisify } from "node:util";
import { findProgram } from "./packages.ts";
import { freeTcpPort, freeUdpPort, soundPorts } from "./ports.ts";
import { Program } from "./program.ts";
import type { RunFolder } from "./run-folder.ts";

/** Relays the sound of those who cannot, or must not, be reached themselves. */
export interface Coturn {
  readonly port: number;
  /** Where it is reached by TLS, with a certificate that it has made itself. */
  readonly tlsPort: number;
  /** Who may use it. */
  readonly turn: { readonly username: string; readonly password: string };
  readonly log: string;
  close(): Promise<void>;
}

export async function startCoturn(folder: RunFolder): Promise<Coturn> {
  const [port, tlsPort] = [await freeUdpPort(), await freeTcpPort()];
  const [certificate, key] = await certify(folder);
  const relay = soundPorts(100);
  const turn = { username: "agent-of-today", password: "secret-of-today" };
  const program = new Program({
    program: "turnserver",
    folder,
    args: [
      ...["-n", "--no-cli", "--no-dtls", "--no-rfc5780", "--lt-cred-mech"],
      ...["--log-file=stdout", "--simple-log", "--verbose", "--allow-loopback-peers"],
      ...["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", `--listening-port=${port}`],
      ...[`--tls-listening-port=${tlsPort}`, `--cert=${certificate}`, `--pkey=${key}`],
      ...[`--min-port=${relay.from}`, `--max-port=${relay.to}`],
      ...[`--user=${turn.username}:${turn.password}`, "--realm=switchhook.test"],
      `--pidfile=${folder.path}/turnserver.pid`,
    ],
  });
  await program.ready(() => isAwake(port));
  return {
    port,
    tlsPort,
    turn,
    get log() {
      return program.log;
    },
    close: () => program.close(),
  };
}

/** A certificate that nobody but its own key vouches for. */
async function certify({ path }: RunFolder): Promise<readonly [string, string]> {
  const [certificate, key] = [`${path}/coturn.crt`, `${path}/coturn.key`];
  const args = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=coturn",
  ];
  await promisify(execFile)(findProgram("openssl"), [...args, "-keyout", key, "-out", certificate]);
  return [certificate, key];
}

/** Whether it answers a binding request (RFC 8489). */
function isAwake(port: number): Promise<boolean> {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(0x0001, 0);
  request.writeUInt32BE(0x2112a442, 4); // what every message of the kind has
  request.write("is it awake?", 8, "latin1");
  const socket = createSocket("udp4");
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), 50);
    socket.on("error", () => resolve(false));
    socket.on("message", () => {
      clearTimeout(timer);
      resolve(true);
    });
    socket.send(request, port, "127.0.0.1");
  }).finally(() => socket.close());
}
