import { spawn, type ChildProcess } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../../e2e/support/until.ts";
import { findProgram } from "./packages.ts";
import type { RunFolder } from "./run-folder.ts";

export interface ProgramOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: RunFolder;
  /** Name of the log in the folder, where it is not the program's. */
  readonly logName?: string;
  readonly cwd?: string;
}

/** A peer's process with all its children, in a process group of its own: so they are ended together, by id. */
export class Program {
  readonly #options: ProgramOptions;
  readonly #child: ChildProcess;
  readonly #ended: Promise<number>;
  #log = "";
  #over = false;

  constructor(options: ProgramOptions) {
    this.#options = options;
    const { program, args, cwd } = options;
    this.#child = spawn(findProgram(program), args, {
      cwd: cwd ?? options.folder.path,
      detached: true, // leads a group
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stdout?.on("data", (chunk: Buffer) => this.#note(chunk));
    this.#child.stderr?.on("data", (chunk: Buffer) => this.#note(chunk));
    this.#ended = new Promise<number>((resolve) => {
      this.#child.once("error", () => resolve(-1));
      this.#child.once("exit", (code) => resolve(code ?? -1));
    }).finally(() => {
      this.#over = true;
    });
    process.once("exit", this.#killAtExit);
  }

  /** All that it has written so far. */
  get log(): string {
    return this.#log;
  }

  /** Its exit code, once it has ended by itself; -1 when it was made to end. */
  async end(): Promise<number> {
    const code = await this.#ended;
    process.off("exit", this.#killAtExit);
    return code;
  }

  /**
   * Waits for a state of the peer.
   *
   * @throws Error with the end of the log when the program ends, or when it takes too long.
   */
  async ready(look: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
    const { program } = this.#options;
    try {
      await until(
        async () => this.#over || (await look()),
        (seen) => seen,
        { what: program, seconds },
      );
      if (this.#over) throw new Error(`${program} ended at once`);
    } catch (error) {
      await this.close();
      throw new Error(`${program} did not start:\n${this.#log.slice(-2000)}`, { cause: error });
    }
  }

  /** Asks it to end, then makes it. */
  async close(): Promise<void> {
    this.#signal("SIGTERM");
    const patience = setTimeout(() => this.#signal("SIGKILL"), 3_000);
    await this.#ended;
    clearTimeout(patience);
    this.#signal("SIGKILL"); // children that outlive their parent
    process.off("exit", this.#killAtExit);
  }

  /** Ends it as a power cut would: no word to anybody. */
  async kill(): Promise<void> {
    this.#signal("SIGKILL");
    await this.#ended;
    process.off("exit", this.#killAtExit);
  }

  readonly #killAtExit = () => this.#signal("SIGKILL");

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return; // never started
    try {
      process.kill(-pid, signal);
    } catch {
      // The whole group is gone.
    }
  }

  #note(chunk: Buffer): void {
    const { folder, program, logName = program } = this.#options;
    this.#log += chunk.toString();
    appendFileSync(join(folder.path, `${logName}.log`), chunk);
  }
}
