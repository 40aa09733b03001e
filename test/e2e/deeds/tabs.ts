import type { Page } from "playwright-core";
import { softphoneIn, type SoftphonePage } from "../support/desk.ts";
import type { Stage } from "../support/stage.ts";
import type { Disturbance } from "./plan.ts";

/** An agent's Salesforce tabs, which come and go as planned. */
export class Tabs {
  readonly #stage: Stage;
  readonly #most: number;
  #pages: Page[] = [];
  #turn = 0;
  /** What was done to them, for whoever reads a failure. */
  readonly story: string[] = [];

  constructor(stage: Stage, most = 5) {
    this.#stage = stage;
    this.#most = most;
  }

  async open(path = "/home"): Promise<Page> {
    const page = await this.#stage.agent.newPage();
    this.#pages.push(page);
    page.on("crash", () => this.#forget(page));
    await this.#go(page, path);
    return page;
  }

  /** Something happens to one of the tabs. */
  async disturb({ deed, which, path }: Disturbance): Promise<void> {
    const page = this.#pages[Math.floor(which * this.#pages.length)];
    this.story.push(deed);
    if (!page || (deed === "open" && this.#pages.length < this.#most)) await this.open(path);
    else if (deed === "close") await this.#close(page);
    else if (deed === "crash" || deed === "crashPhone") await this.#crash(page, deed);
    else await this.#go(page, path);
  }

  /** The softphone of the next tab; one is opened when there is none. */
  async phone(): Promise<SoftphonePage> {
    const page = this.#pages[this.#turn++ % this.#pages.length] ?? (await this.open());
    await soon(page.bringToFront());
    const phone = softphoneIn(page);
    // A renderer may serve the softphones of several tabs: whose frame died with another tab's, the agent loads anew.
    const isThere = await phone.region.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) await soon(page.reload({ waitUntil: "commit", timeout }));
    return phone;
  }

  /** What was done, and what the agent sees now. */
  async describe(): Promise<string> {
    const texts = this.#pages.map((page) =>
      softphoneIn(page)
        .region.innerText({ timeout: 1_000 })
        .catch(() => "no softphone"),
    );
    return [...this.story, ...(await Promise.all(texts))].join(" ").replaceAll("\n", "|");
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#pages.map((page) => soon(page.close())));
    this.#pages = [];
  }

  async #go(page: Page, path: string): Promise<void> {
    const address = this.#stage.crm + path;
    // The tab may be on its way elsewhere: a pop loads a page too.
    await soon(page.goto(address, { waitUntil: "commit", timeout }));
  }

  async #close(page: Page): Promise<void> {
    this.#forget(page);
    await soon(page.close());
  }

  /** Kills the renderer of the Salesforce page, or of the softphone in it: the line may live in that one. */
  async #crash(page: Page, what: "crash" | "crashPhone"): Promise<void> {
    const phone = page.frame({ name: "sfdcSoftphone" });
    const target = what === "crashPhone" && phone ? phone : page;
    const session = await soon(this.#stage.agent.newCDPSession(target));
    // Never answered: whoever should is dead.
    session?.send("Page.crash").catch(() => undefined);
    await this.#close(page);
  }

  #forget(page: Page): void {
    this.#pages = this.#pages.filter((each) => each !== page);
  }
}

const timeout = 5_000;

/** Waits for a browser that may have nobody left to answer; what fails, fails. */
async function soon<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeout);
  });
  return Promise.race([asked.catch(() => undefined), patience]).finally(() => clearTimeout(timer));
}
