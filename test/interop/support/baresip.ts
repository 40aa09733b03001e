import { once } from "node:events";
import { readdirSync, renameSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { until } from "../../e2e/support/until.ts";
import { domain } from "./kamailio.ts";
import { netstring, NetstringReader } from "./netstrings.ts";
import { freeSipPort, freeTcpPort, ownAddress, soundPorts } from "./ports.ts";
import { Program } from "./program.ts";
import { SoundFile, type Recording } from "./recording.ts";
import type { RunFolder } from "./run-folder.ts";
import { Wiretap } from "./wiretap.ts";

export interface BaresipOptions {
  readonly folder: RunFolder;
  readonly user: string;
  readonly password: string;
  readonly proxyPort: number;
  /** Pitch of the tone that it plays. */
  readonly hertz: number;
  /**
   * What comes to it is taken down on the wire. It loses its own recording of what it hears when it is held for the
   * first time.
   */
  readonly wiretapped?: boolean;
  /** Packets that it keeps back, so that later ones do not overtake: what comes too late is lost. @defaultValue 2 */
  readonly buffered?: number;
  /** Whether it takes calls by itself. @defaultValue "auto" */
  readonly answerMode?: "auto" | "manual";
}

/** What it tells of its calls, such as `CALL_ESTABLISHED`. */
export interface BaresipEvent {
  readonly type: string;
  readonly param: string;
}

/** A real telephone of the plain kind, played by remote control. */
export class Baresip {
  readonly user: string;
  readonly #program: Program;
  readonly #recordings: string;
  readonly #tap: Wiretap | undefined;
  readonly #events: BaresipEvent[] = [];
  #control: Socket | undefined;

  private constructor({ program, recordings, tap }: Parts, user: string) {
    this.user = user;
    this.#program = program;
    this.#recordings = recordings;
    this.#tap = tap;
  }

  /** Returns once it is registered. */
  static async start(options: BaresipOptions): Promise<Baresip> {
    const { folder, user, wiretapped = false, ...account } = options;
    const { answerMode = "auto", buffered = 2 } = options;
    const controlPort = await freeTcpPort();
    const recordings = folder.folder(`${user}/recordings`);
    const sound = soundPorts(20);
    const ports = { controlPort, soundFrom: sound.from, soundTo: sound.to };
    const values = { ...account, ...ports, user, answerMode, buffered, domain, recordings };
    const sipPort = await freeSipPort();
    const config = { ...values, sipPort, interface: ownAddress().name };
    folder.fill("baresip.config", { as: `${user}/config`, values: config });
    folder.fill("baresip.accounts", { as: `${user}/accounts`, values });
    const tap = wiretapped ? await Wiretap.start({ folder, name: user, ports: sound }) : undefined;
    const program = new Program({
      program: "baresip",
      args: ["-f", join(folder.path, user)],
      folder,
      logName: `baresip-${user}`,
    });
    const baresip = new Baresip({ program, recordings, tap }, user);
    await baresip.#connect(controlPort);
    await program.ready(() => /200 OK .*\[1 binding/.test(program.log));
    return baresip;
  }

  /** The events since the start, or since {@link Baresip.forget}. */
  get events(): readonly BaresipEvent[] {
    return this.#events;
  }

  /** What it heard in its newest call; of a call that is up, so far. */
  get heard(): Recording {
    if (this.#tap) return this.#tap.recording;
    const files = readdirSync(this.#recordings).filter((name) => name.endsWith("-dec.wav"));
    return new SoundFile(join(this.#recordings, files.sort().at(-1) ?? "nothing-dec.wav"));
  }

  /** Puts what was told and recorded before out of the way, so that no test takes it for its own. */
  forget(): void {
    this.#events.length = 0;
    for (const name of readdirSync(this.#recordings).filter((each) => each.endsWith(".wav")))
      renameSync(join(this.#recordings, name), join(this.#recordings, `${name}.before`));
  }

  /** Waits for an event, which may have come before. */
  async event(type: string, seconds = 15): Promise<BaresipEvent> {
    const events = await until(
      () => [...this.#events],
      (all) => all.some((event) => event.type === type),
      { what: `baresip to tell ${type}`, seconds },
    );
    const event = events.find((candidate) => candidate.type === type);
    if (!event) throw new Error(`No ${type}`); // until has seen to it
    return event;
  }

  dial(user: string): void {
    this.#order("dial", `sip:${user}@${domain}`);
  }

  /** Takes the call that rings. */
  answer(): void {
    this.#order("accept");
  }

  /** Ends the call, or refuses the one that rings (486). */
  hangUp(): void {
    this.#order("hangup");
  }

  /** Puts the other side on hold. */
  hold(): void {
    this.#order("hold");
  }

  resume(): void {
    this.#order("resume");
  }

  /** Asks the other side to call somebody else in its place. */
  transfer(user: string): void {
    this.#order("transfer", `sip:${user}@${domain}`);
  }

  async close(): Promise<void> {
    this.#control?.destroy();
    // Asked to end, it waits in vain where those who were in a call with it are gone.
    await this.#program.kill();
    await this.#tap?.close();
  }

  async #connect(port: number): Promise<void> {
    await this.#program.ready(async () => {
      const socket = connect(port, "127.0.0.1");
      try {
        await once(socket, "connect");
      } catch {
        return false; // not listening yet
      }
      this.#control = socket;
      return true;
    });
    const reader = new NetstringReader();
    this.#control?.on("data", (chunk: Buffer) => {
      for (const text of reader.read(chunk)) this.#hear(JSON.parse(text));
    });
    this.#control?.on("error", () => undefined); // it was ended
  }

  #hear(message: unknown): void {
    if (typeof message !== "object" || message === null || !("event" in message)) return;
    const { type, param } = message as { type?: unknown; param?: unknown };
    this.#events.push({ type: String(type), param: typeof param === "string" ? param : "" });
  }

  #order(command: string, params = ""): void {
    this.#control?.write(netstring(JSON.stringify({ command, params, token: command })));
  }
}

interface Parts {
  readonly program: Program;
  readonly recordings: string;
  readonly tap: Wiretap | undefined;
}
