import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kamailio } from "./kamailio.ts";
import { Program } from "./program.ts";
import type { RunFolder } from "./run-folder.ts";

/** The carrier's gateway, played by sipp: it does just as its scenario says, and complains about all else. */
export class Gateway {
  readonly #program: Program;
  readonly #notes: string;

  private constructor(program: Program, notes: string) {
    this.#program = program;
    this.#notes = notes;
  }

  /** Begins a scenario of `test/interop/sipp`: as the caller of `agent`, or waiting to be called, so many times. */
  static play(scenario: string, { folder, kamailio }: GatewayOptions, calls = 1): Gateway {
    const notes = join(folder.path, `sipp-${scenario}.notes.log`);
    const program = new Program({
      program: "sipp",
      folder,
      logName: `sipp-${scenario}`,
      args: [
        ...[`127.0.0.1:${kamailio.sipPort}`, "-i", "127.0.0.1", "-p", `${kamailio.gatewayPort}`],
        ...["-sf", join(import.meta.dirname, "../sipp", `${scenario}.xml`), "-s", "agent"],
        ...[
          "-m",
          `${calls}`,
          "-nostdin",
          "-timeout",
          "90s",
          "-timeout_error",
          "-recv_timeout",
          "20000",
        ],
        ...["-trace_err", "-error_file", join(folder.path, `sipp-${scenario}.errors.log`)],
        ...["-trace_msg", "-message_file", join(folder.path, `sipp-${scenario}.messages.log`)],
        ...["-trace_logs", "-log_file", notes],
      ],
    });
    return new Gateway(program, notes);
  }

  /**
   * Waits until the scenario is through.
   *
   * @throws Error with what sipp has to say when anything went otherwise than the scenario says.
   */
  async succeeded(): Promise<void> {
    const code = await this.#program.end();
    if (code !== 0)
      throw new Error(`The gateway ended with ${code}:\n${this.#program.log.slice(-3000)}`);
  }

  /** What the scenario noted down. */
  get log(): string {
    return readFileSync(this.#notes, "utf8");
  }

  close(): Promise<void> {
    return this.#program.close();
  }
}

export interface GatewayOptions {
  readonly folder: RunFolder;
  readonly kamailio: Kamailio;
}
