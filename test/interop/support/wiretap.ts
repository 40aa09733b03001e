import { join } from "node:path";
import { decodeMuLaw, sampleRate, samplesPerFrame } from "../../../src/exchange/media/mu-law.ts";
import { Program } from "./program.ts";
import { Recording, type Sound } from "./recording.ts";
import type { RunFolder } from "./run-folder.ts";

export interface WiretapOptions {
  readonly folder: RunFolder;
  readonly name: string;
  /** UDP ports that sound comes to. */
  readonly ports: { readonly from: number; readonly to: number };
}

/** Takes down what sound comes to a telephone, whatever that does with it. */
export class Wiretap {
  readonly recording: Recording;
  readonly #program: Program;

  private constructor(program: Program, path: string) {
    this.#program = program;
    this.recording = new Packets(path);
  }

  static async start({ folder, name, ports }: WiretapOptions): Promise<Wiretap> {
    const path = join(folder.path, `${name}.pcap`);
    const program = new Program({
      program: "tcpdump",
      folder,
      logName: `tcpdump-${name}`,
      args: [
        ...["-i", "lo", "-n", "-U", "-Z", "root", "-w", path],
        `udp dst portrange ${ports.from}-${ports.to}`,
      ],
    });
    await program.ready(() => program.log.includes("listening on"));
    return new Wiretap(program, path);
  }

  close(): Promise<void> {
    return this.#program.close();
  }
}

/** Lengths of what stands before the packets, before each, and before the sound in it. */
const [fileHeader, packetHeader, ethernet, ip, udp, rtp] = [24, 16, 14, 20, 8, 12];
/** Packets as tcpdump writes them, of which those count that carry sound in PCMU. */
class Packets extends Recording {
  protected override read(bytes: Buffer): Sound {
    const sounds: Buffer[] = [];
    for (let at = fileHeader; at + packetHeader <= bytes.length;) {
      const first = at + packetHeader;
      at = first + bytes.readUInt32LE(at + 8);
      const sound = first + ethernet + ip + udp + rtp;
      const isSound =
        at - sound === samplesPerFrame && at <= bytes.length && isPcmu(bytes, sound - rtp);
      if (isSound) sounds.push(bytes.subarray(sound, at));
    }
    const samples = Float64Array.from(decodeMuLaw(Buffer.concat(sounds)), (each) => each / 32_768);
    return { samples, rate: sampleRate };
  }
}

const isPcmu = (bytes: Buffer, at: number) =>
  ((bytes[at] ?? 0) & 0xc0) === 0x80 && ((bytes[at + 1] ?? 0) & 0x7f) === 0;
