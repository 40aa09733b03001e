import type { Page } from "playwright-core";
import { softphoneIn, type SoftphonePage } from "../../e2e/support/desk.ts";
import type { Stage } from "../../e2e/support/stage.ts";
import { until } from "../../e2e/support/until.ts";
import type { Baresip } from "./baresip.ts";
import type { Coturn } from "./coturn.ts";
import { furnish, users, type OfficeOptions, type Peers } from "./furnish.ts";
import type { Kamailio } from "./kamailio.ts";
import { RunFolder } from "./run-folder.ts";
import type { Rtpengine } from "./rtpengine.ts";

/** The real peers, running, and an agent's browser with the real softphone before them. */
export class Office {
  readonly folder: RunFolder;
  readonly rtpengine: Rtpengine;
  readonly kamailio: Kamailio;
  readonly stage: Stage;
  readonly #peers: Peers;
  readonly #close: Close[];

  private constructor(peers: Peers, close: Close[]) {
    this.folder = peers.folder;
    this.rtpengine = peers.rtpengine;
    this.kamailio = peers.kamailio;
    this.stage = peers.stage;
    this.#peers = peers;
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

  /** Opens one for a single play. */
  static async during(
    options: OfficeOptions,
    play: (office: Office) => Promise<void>,
  ): Promise<void> {
    const office = await Office.open(options);
    let failed = true;
    try {
      await play(office);
      failed = false;
    } finally {
      await office.close({ failed });
    }
  }

  /** The telephone on the desk. */
  get desk(): Baresip {
    return isThere(this.#peers.desk);
  }

  /** Another telephone. */
  get colleague(): Baresip {
    return isThere(this.#peers.colleague);
  }

  /** The server that is there in case the first one is not. */
  get standby(): Kamailio {
    return isThere(this.#peers.standby);
  }

  get coturn(): Coturn {
    return isThere(this.#peers.coturn);
  }

  /** Opens a page of the workbench, where the agent is signed in by itself. */
  async comeIn(path = "/home"): Promise<AtWork> {
    const page = await this.stage.visit(path);
    return { page, phone: softphoneIn(page) };
  }

  /** Opens a page of the workbench and signs the agent in there. */
  async signIn(path = "/home", password: string = users.agent): Promise<AtWork> {
    const { page, phone } = await this.comeIn(path);
    await phone.root.getByLabel("Password").fill(password);
    await phone.button("Sign in").click();
    return { page, phone };
  }

  /** Waits until an offer within a call was agreed to, after `before` agreements. */
  async agreesAgain(before: number, at: Kamailio = this.kamailio): Promise<void> {
    await until(
      () => at.agreements,
      (now) => now > before,
      { what: "the call to be offered anew", seconds: 30 },
    );
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

function isThere<Peer>(peer: Peer | undefined): Peer {
  if (peer === undefined) throw new Error("The office was opened without it");
  return peer;
}

/** An agent's page, and the softphone in it. */
export interface AtWork {
  readonly page: Page;
  readonly phone: SoftphonePage;
}
