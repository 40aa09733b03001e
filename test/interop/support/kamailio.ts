import { freeSipPort, freeTcpPort, freeUdpPort } from "./ports.ts";
import { Program } from "./program.ts";
import type { RunFolder } from "./run-folder.ts";

export const domain = "switchhook.test";

export interface KamailioOptions {
  readonly folder: RunFolder;
  readonly rtpenginePort: number;
  /** Names its files, where there are several. @defaultValue "kamailio" */
  readonly name?: string;
  readonly users: Readonly<Record<string, string>>;
  /** How passwords are asked for. @defaultValue "MD5" */
  readonly algorithm?: "MD5" | "SHA-256";
  /** rtpengine's flag for the DTLS role towards the browser. @defaultValue "DTLS=active" */
  readonly dtls?: "DTLS=active" | "DTLS=passive";
}

/** A real registrar and proxy. */
export class Kamailio {
  readonly webSocketPort: number;
  readonly sipPort: number;
  /** Where it looks for the carrier's gateway, which it trusts: numbers of four digits that begin with 9. */
  readonly gatewayPort: number;
  readonly #folder: RunFolder;
  readonly #name: string;
  readonly #config: string;
  #program: Program | undefined;
  #before = "";

  private constructor(folder: RunFolder, setup: Setup) {
    this.#folder = folder;
    this.webSocketPort = setup.webSocketPort;
    this.sipPort = setup.sipPort;
    this.gatewayPort = setup.gatewayPort;
    this.#name = setup.name;
    this.#config = setup.config;
  }

  static async start(options: KamailioOptions): Promise<Kamailio> {
    const { folder, rtpenginePort, users, algorithm = "MD5", dtls = "DTLS=active" } = options;
    const { name = "kamailio" } = options;
    const webSocketPort = await freeTcpPort();
    const sipPort = await freeUdpPort();
    const gatewayPort = await freeSipPort();
    const config = folder.fill("kamailio.cfg", {
      as: `${name}.cfg`,
      values: {
        ...{ domain, webSocketPort, sipPort, gatewayPort, rtpenginePort, dtls },
        algorithm: algorithm === "MD5" ? "" : algorithm, // as the module wants to hear it
        users: Object.entries(users)
          .map(([user, password]) => `    $sht(users=>${user}) = "${password}";`)
          .join("\n"),
      },
    });
    const ports = { webSocketPort, sipPort, gatewayPort };
    const kamailio = new Kamailio(folder, { ...ports, name, config });
    await kamailio.start();
    return kamailio;
  }

  /** Where browsers connect to. */
  get address(): string {
    return `ws://127.0.0.1:${this.webSocketPort}`;
  }

  /** All that it has written, over all its lives. */
  get log(): string {
    return this.#before + (this.#program?.log ?? "");
  }

  /** Starts it again after {@link Kamailio.kill}, on the same ports, knowing nothing of what was. */
  async start(): Promise<void> {
    const run = this.#folder.folder(this.#name);
    const program = new Program({
      program: "kamailio",
      logName: this.#name,
      folder: this.#folder,
      args: [
        ...["-f", this.#config, "-DD", "-E", "-m", "64", "-M", "8"],
        ...["-P", `${run}/kamailio.pid`, "-Y", run],
      ],
    });
    this.#program = program;
    await program.ready(() => this.#isHealthy());
  }

  async kill(): Promise<void> {
    await this.#program?.kill();
    this.#before = this.log;
    this.#program = undefined;
  }

  async close(): Promise<void> {
    await this.#program?.close();
  }

  /** Addresses under which a user can be reached now. */
  async contacts(user: string): Promise<readonly string[]> {
    const found = await this.#ask("ul.lookup", ["location", user]);
    return [...JSON.stringify(found).matchAll(/"Address":"([^"]+)"/g)].map(([, at = ""]) => at);
  }

  /** How many INVITE requests were agreed to, the first of a call and those within it. */
  get agreements(): number {
    return this.log.match(/AGREED/g)?.length ?? 0;
  }

  /** Call-Id of each call that was agreed to, with the tags of who called and who answered. */
  get dialogs(): readonly (readonly string[])[] {
    const lines = this.log.matchAll(/AGREED (\S+) from-tag (\S+) to-tag (\S+)/g);
    return [...lines].map(([, ...names]) => names);
  }

  /** Call-Ids of the registrations that it was asked for: a telephone that starts anew takes a new one. */
  registrations(user: string): readonly string[] {
    const lines = this.log.matchAll(/REGISTERED (\S+) call-id (\S+)/g);
    return [...new Set([...lines].filter(([, who]) => who === user).map(([, , id = ""]) => id))];
  }

  async #isHealthy(): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.webSocketPort}/health`).catch(() => null);
    return answer?.ok ?? false;
  }

  async #ask(method: string, params: readonly unknown[]): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${this.webSocketPort}/rpc`, {
      method: "POST",
      // One that was kept since the last question may just be on its way out.
      headers: { connection: "close" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    return answer.json();
  }
}

interface Setup {
  readonly webSocketPort: number;
  readonly sipPort: number;
  readonly gatewayPort: number;
  readonly name: string;
  readonly config: string;
}
