import type { Page } from "playwright-core";
import { softphoneIn, type SoftphonePage } from "../../e2e/support/desk.ts";
import { Stage } from "../../e2e/support/stage.ts";
import { Baresip, type BaresipOptions } from "./baresip.ts";
import { Kamailio, domain, type KamailioOptions } from "./kamailio.ts";
import { RunFolder } from "./run-folder.ts";
import { startRtpengine, type Rtpengine } from "./rtpengine.ts";
import { speakInTone } from "./softphone-sound.ts";

/** Those who have a telephone, with their passwords. */
export const users = { agent: "secret-of-the-agent", desk: "secret-of-the-desk" } as const;

export interface OfficeOptions extends Pick<KamailioOptions, "algorithm" | "dtls"> {
  readonly answerMode?: BaresipOptions["answerMode"];
  /** Without a telephone on the desk. */
  readonly empty?: boolean;
  /** Items of the call center's definition, by `/section/item`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** In place of Kamailio's own address. */
  readonly server?: string;
}

/** The real peers, running, and an agent's browser with the real softphone before them. */
export class Office {
  readonly folder: RunFolder;
  readonly rtpengine: Rtpengine;
  readonly kamailio: Kamailio;
  readonly #options: OfficeOptions;
  #desk: Baresip | undefined;
  #stage: Stage | undefined;

  private constructor(options: OfficeOptions, peers: Peers) {
    this.#options = options;
    this.folder = peers.folder;
    this.rtpengine = peers.rtpengine;
    this.kamailio = peers.kamailio;
  }

  static async open(options: OfficeOptions = {}): Promise<Office> {
    const folder = new RunFolder();
    const rtpengine = await startRtpengine(folder);
    const { algorithm = "MD5", dtls = "DTLS=active" } = options;
    const rtpenginePort = rtpengine.controlPort;
    const kamailio = await Kamailio.start({ folder, rtpenginePort, users, algorithm, dtls });
    const office = new Office(options, { folder, rtpengine, kamailio });
    await office.#furnish();
    return office;
  }

  /** The telephone on the desk. */
  get desk(): Baresip {
    if (!this.#desk) throw new Error("There is no telephone on the desk");
    return this.#desk;
  }

  get stage(): Stage {
    if (!this.#stage) throw new Error("The office is not open");
    return this.#stage;
  }

  /** Opens a page of the workbench and signs the agent in there. */
  async signIn(path = "/home", password: string = users.agent): Promise<AtWork> {
    const page = await this.stage.visit(path);
    const phone = softphoneIn(page);
    await phone.root.getByLabel("Password").fill(password);
    await phone.button("Sign in").click();
    return { page, phone };
  }

  /** Ends everything. `failed` keeps configurations, recordings and logs. */
  async close({ failed = false } = {}): Promise<void> {
    await this.#stage?.close();
    await this.#desk?.close();
    await this.kamailio.close();
    await this.rtpengine.close();
    if (failed) process.stderr.write(`Logs of the peers: ${this.folder.keep()}\n`);
    this.folder.close();
  }

  async #furnish(): Promise<void> {
    const { folder, kamailio } = this;
    const { answerMode = "auto", empty = false, settings, server } = this.#options;
    const desk = { user: "desk", password: users.desk, proxyPort: kamailio.sipPort };
    if (!empty) this.#desk = await Baresip.start({ folder, ...desk, answerMode });
    this.#stage = await Stage.open({
      demo: {
        settings: {
          "/sip/servers": server ?? `ws://127.0.0.1:${kamailio.webSocketPort}`,
          "/sip/domain": domain,
          "/sip/user": "agent",
          "/sip/credentialsUrl": "",
          ...settings,
        },
      },
    });
    await speakInTone(this.#stage.agent);
  }
}

interface Peers {
  readonly folder: RunFolder;
  readonly rtpengine: Rtpengine;
  readonly kamailio: Kamailio;
}

/** An agent's page, and the softphone in it. */
export interface AtWork {
  readonly page: Page;
  readonly phone: SoftphonePage;
}
