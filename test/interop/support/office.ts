import type { Page } from "playwright-core";
import { softphoneIn, type SoftphonePage } from "../../e2e/support/desk.ts";
import { Stage } from "../../e2e/support/stage.ts";
import { Baresip, type BaresipOptions } from "./baresip.ts";
import { Kamailio, domain, type KamailioOptions } from "./kamailio.ts";
import { RunFolder } from "./run-folder.ts";
import { startRtpengine, type Rtpengine } from "./rtpengine.ts";
import { speakInTone } from "./softphone-sound.ts";

/** Those who have a telephone, with their passwords. */
const users = { agent: "secret-of-the-agent", desk: "secret-of-the-desk" } as const;

export interface OfficeOptions extends Pick<KamailioOptions, "algorithm" | "dtls"> {
  readonly answerMode?: BaresipOptions["answerMode"];
  /** Without a telephone on the desk. */
  readonly empty?: boolean;
  /** Items of the call center's definition, by `/section/item`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Says what stands in place of Kamailio's own address. */
  readonly server?: (kamailio: Kamailio) => string;
}

/** The real peers, running, and an agent's browser with the real softphone before them. */
export class Office {
  readonly folder: RunFolder;
  readonly rtpengine: Rtpengine;
  readonly kamailio: Kamailio;
  readonly stage: Stage;
  readonly #desk: Baresip | undefined;
  readonly #close: Close[];

  private constructor(peers: Peers, close: Close[]) {
    this.folder = peers.folder;
    this.rtpengine = peers.rtpengine;
    this.kamailio = peers.kamailio;
    this.stage = peers.stage;
    this.#desk = peers.desk;
    this.#close = close;
  }

  static async open(options: OfficeOptions = {}): Promise<Office> {
    const folder = new RunFolder();
    const close: Close[] = [];
    try {
      return new Office(await furnish(options, folder, close), close);
    } catch (error) {
      await endAll(close);
      const kept = folder.keep();
      folder.close();
      throw new Error(`The office did not open. Logs of the peers: ${kept}`, { cause: error });
    }
  }

  /** The telephone on the desk. */
  get desk(): Baresip {
    if (!this.#desk) throw new Error("There is no telephone on the desk");
    return this.#desk;
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
    await endAll(this.#close);
    if (failed) process.stderr.write(`Logs of the peers: ${this.folder.keep()}\n`);
    this.folder.close();
  }
}

type Close = () => Promise<void>;

/** The last that was started ends first. */
async function endAll(close: Close[]): Promise<void> {
  for (let next = close.pop(); next; next = close.pop()) await next();
}

/** Starts one after the other; `close` gets what is needed to end them, however far it came. */
async function furnish(options: OfficeOptions, folder: RunFolder, close: Close[]): Promise<Peers> {
  const rtpengine = await startRtpengine(folder);
  close.push(() => rtpengine.close());
  const { algorithm = "MD5", dtls = "DTLS=active", empty = false } = options;
  const rtpenginePort = rtpengine.controlPort;
  const kamailio = await Kamailio.start({ folder, rtpenginePort, users, algorithm, dtls });
  close.push(() => kamailio.close());
  const peers = { folder, rtpengine, kamailio };
  if (empty) return { ...peers, desk: undefined, stage: await openStage(options, kamailio, close) };
  const { answerMode = "auto" } = options;
  const account = { user: "desk", password: users.desk, proxyPort: kamailio.sipPort };
  const desk = await Baresip.start({ folder, ...account, answerMode });
  close.push(() => desk.close());
  return { ...peers, desk, stage: await openStage(options, kamailio, close) };
}

async function openStage(
  { settings, server }: OfficeOptions,
  kamailio: Kamailio,
  close: Close[],
): Promise<Stage> {
  const stage = await Stage.open({
    demo: {
      settings: {
        "/sip/servers": server?.(kamailio) ?? kamailio.address,
        "/sip/domain": domain,
        "/sip/user": "agent",
        "/sip/credentialsUrl": "",
        ...settings,
      },
    },
  });
  close.push(() => stage.close());
  await speakInTone(stage.agent);
  return stage;
}

interface Peers {
  readonly folder: RunFolder;
  readonly rtpengine: Rtpengine;
  readonly kamailio: Kamailio;
  readonly desk: Baresip | undefined;
  readonly stage: Stage;
}

/** An agent's page, and the softphone in it. */
export interface AtWork {
  readonly page: Page;
  readonly phone: SoftphonePage;
}
