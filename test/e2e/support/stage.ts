import type { Browser, BrowserContext, Page } from "playwright-core";
import { DeadlineError, withDeadline } from "../../../src/base/deadline.ts";
import { startDemo, type Demo, type DemoOptions } from "../../../src/entries/demo.ts";
import type { WorkbenchRecord } from "../../../src/workbench/records/store.ts";
import { newAgent, type Machine } from "./browser.ts";
import { borrowBrowser, discard, giveBack } from "./lingering-browser.ts";
import { until } from "./until.ts";

/**
 * Milliseconds a browser has to close its profiles: Chromium never does it, once in a thousand times, where a page was
 * just giving way to the next one.
 */
const patience = 15_000;

/** Demo, browser and one agent: what an end-to-end test plays on. */
export class Stage {
  readonly demo: Demo;
  readonly browser: Browser;
  readonly agent: BrowserContext;
  readonly #microphone: Machine;
  readonly #agents: BrowserContext[];

  private constructor(
    parts: { demo: Demo; browser: Browser; agent: BrowserContext },
    machine: Machine,
  ) {
    this.demo = parts.demo;
    this.browser = parts.browser;
    this.agent = parts.agent;
    this.#microphone = machine;
    this.#agents = [parts.agent];
  }

  static async open({ machine = {}, demo: options = {} }: StageOptions = {}): Promise<Stage> {
    const demo = await startDemo({ port: 0, ...options });
    const browser = await borrowBrowser(machine);
    const agent = await newAgent(browser, { ...machine, origin: originOf(demo) });
    return new Stage({ demo, browser, agent }, machine);
  }

  /** Origin of the workbench. */
  get crm(): string {
    return originOf(this.demo);
  }

  /** Opens a page of the workbench, such as `/console`. */
  async visit(path: string): Promise<Page> {
    const page = await this.agent.newPage();
    await page.goto(this.crm + path);
    return page;
  }

  /** Another profile: nothing of the first agent's browser is in it. */
  async anotherAgent(): Promise<BrowserContext> {
    const agent = await newAgent(this.browser, { ...this.#microphone, origin: this.crm });
    this.#agents.push(agent);
    return agent;
  }

  /** The one call that runs on the exchange, once `settled` likes it. */
  async call(settled: (call: ExchangeCall) => boolean, what: string): Promise<ExchangeCall> {
    const calls = await until(
      () => this.demo.exchange.calls(),
      (all) => all.some(settled),
      { what },
    );
    const call = calls.find(settled);
    if (!call) throw new Error(`No call: ${what}`); // until has seen to it
    return call;
  }

  /** Tasks that the softphone saved, newest first: no task the org was made with names a call. */
  async loggedCalls(): Promise<readonly WorkbenchRecord[]> {
    const tasks = await this.demo.org.all("Task");
    return tasks.filter(({ fields }) => (fields.CallObject ?? "") !== "");
  }

  /** The first Task that the softphone saves. */
  async firstLoggedCall(): Promise<WorkbenchRecord> {
    const [task] = await until(
      () => this.loggedCalls(),
      (tasks) => tasks.length > 0,
      { what: "the Task" },
    );
    if (!task) throw new Error("No Task"); // until has seen to it
    return task;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async close(): Promise<void> {
    const closing = Promise.all(this.#agents.map((agent) => agent.close()));
    const inTime = withDeadline(closing, patience, "the browser to close its profiles");
    await inTime.catch((error: unknown) => {
      if (!(error instanceof DeadlineError)) throw error;
      discard(this.browser);
    });
    await giveBack(this.browser);
    await this.demo.close();
  }
}

export interface StageOptions {
  readonly machine?: Machine;
  readonly demo?: Partial<DemoOptions>;
}

type ExchangeCall = ReturnType<Demo["exchange"]["calls"]>[number];

function originOf(demo: Demo): string {
  return `http://crm.localhost:${demo.port}`;
}
