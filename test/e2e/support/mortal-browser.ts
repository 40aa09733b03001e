import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Browser, type Page } from "playwright-core";
import { findBrowser } from "../../../scripts/browser.js";
import { flags } from "./browser.ts";

/** A Chromium that can be killed like a machine that loses its power, and started again with the same profile. */
export class MortalBrowser {
  readonly #profile: string;
  readonly #origin: string;
  #process: ChildProcess | undefined;
  #browser: Browser | undefined;

  private constructor(profile: string, origin: string) {
    this.#profile = profile;
    this.#origin = origin;
  }

  static async start({ origin }: { origin: string }): Promise<MortalBrowser> {
    const profile = await mkdtemp(join(tmpdir(), "switchhook-profile-"));
    const browser = new MortalBrowser(profile, origin);
    await browser.restart();
    return browser;
  }

  async restart(): Promise<void> {
    const own = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${this.#profile}`];
    const device = "--use-fake-device-for-media-stream";
    this.#process = spawn(findBrowser(), [...own, ...flags, device, "about:blank"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#browser = await chromium.connectOverCDP(await addressOf(this.#process));
    const [agent] = this.#browser.contexts();
    await agent?.grantPermissions(["microphone"], { origin: this.#origin });
  }

  async open(address: string): Promise<Page> {
    const page = await this.#browser?.contexts()[0]?.newPage();
    if (!page) throw new Error("The browser does not run");
    await page.goto(address);
    return page;
  }

  /** Nothing in it gets the time to say or write a word. */
  async kill(): Promise<void> {
    const process = this.#process;
    if (process?.exitCode !== null || process.signalCode !== null) return;
    const gone = new Promise((resolve) => process.once("exit", resolve));
    process.kill("SIGKILL");
    await gone;
  }
}

/** The browser says on its standard error where it can be spoken to. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error("The browser says nothing");
  for await (const line of createInterface(stderr)) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("The browser did not start");
}
