import { createSocket } from "node:dgram";
import { freeTcpPort, freeUdpPort, soundPorts } from "./ports.ts";
import { Program } from "./program.ts";
import type { RunFolder } from "./run-folder.ts";

/** Carries sound between the browser (ICE, DTLS-SRTP) and a plain telephone (RTP). */
export interface Rtpengine {
  readonly controlPort: number;
  readonly log: string;
  close(): Promise<void>;
}

export async function startRtpengine(folder: RunFolder): Promise<Rtpengine> {
  const controlPort = await freeUdpPort();
  const cli = await freeTcpPort();
  const sound = soundPorts(200);
  const program = new Program({
    program: "rtpengine",
    folder,
    args: [
      "--config-file=none",
      "--table=-1", // no kernel module
      "--foreground",
      "--log-stderr",
      "--log-level=6",
      "--interface=127.0.0.1",
      `--listen-ng=127.0.0.1:${controlPort}`,
      `--listen-cli=127.0.0.1:${cli}`,
      `--port-min=${sound.from}`,
      `--port-max=${sound.to}`,
      "--num-threads=2",
      "--timeout=60",
    ],
  });
  // Kamailio asks once and never again where nobody answers.
  await program.ready(() => isAwake(controlPort));
  return {
    controlPort,
    get log() {
      return program.log;
    },
    close: () => program.close(),
  };
}

/** Whether it answers on its control port (bencoded dictionaries with a cookie in front). */
function isAwake(port: number): Promise<boolean> {
  const socket = createSocket("udp4");
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), 50);
    socket.on("error", () => resolve(false));
    socket.on("message", (message) => {
      clearTimeout(timer);
      resolve(message.includes("pong"));
    });
    socket.send("awake d7:command4:pinge", port, "127.0.0.1");
  }).finally(() => socket.close());
}
