import type { Page } from "playwright-core";
import { softphoneIn, type SoftphonePage } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

/** When the agent loads another page: the view that saves dies with the old one. */
export type Moment = "before the end" | "while it is saved" | "after the answer";

/** An agent in standard tabs, whose call is logged while the workbench plays a scenario. */
export class Saving {
  readonly stage: Stage;
  #page: Page | undefined;

  private constructor(stage: Stage) {
    this.stage = stage;
  }

  static async begin(): Promise<Saving> {
    return new Saving(await Stage.open());
  }

  get page(): Page {
    if (!this.#page) throw new Error("No call was made");
    return this.#page;
  }

  set page(page: Page) {
    this.#page = page;
  }

  get phone(): SoftphonePage {
    return softphoneIn(this.page);
  }

  async talk(scenario: string): Promise<void> {
    this.page = await this.stage.visit(`/home?scenario=${scenario}`);
    await this.phone.says(/Registered/);
    await this.phone.dial("600");
    await this.phone.says(/Connected/);
    await this.phone.root.getByLabel("Notes").fill("wants two");
  }

  async hangUp(): Promise<void> {
    await this.phone.button("Hang up").click();
    await this.phone.says(/You hung up/);
  }

  async navigate(): Promise<void> {
    await this.page.goto(`${this.stage.crm}/003`);
  }

  /** Loads a page where Salesforce plays `scenario` from now on. */
  async goOnWith(scenario: string): Promise<void> {
    await this.page.goto(`${this.stage.crm}/home?scenario=${scenario}`);
  }

  /** Waits until so many are saved. */
  tasks(count: number) {
    return until(
      () => this.stage.loggedCalls(),
      (all) => all.length === count,
      { what: `${count} Tasks` },
    );
  }

  /** Waits until the notes of the saved Task are these. */
  async notesAre(words: string): Promise<void> {
    await until(
      () => this.stage.loggedCalls(),
      ([task]) => task?.fields.Description === words,
      { what: "the notes" },
    );
  }

  /** Waits for what the agent reads of the log. */
  logState(words: RegExp): Promise<void> {
    return this.phone.root
      .locator(".log")
      .filter({ hasText: words })
      .first()
      .waitFor({ timeout: 15_000 });
  }

  /** Plays a call through `scenario` with a page load at `moment`; waits until the agent reads `answer`. */
  async playThrough(scenario: string, moment: Moment, answer: RegExp): Promise<void> {
    await this.talk(scenario);
    if (moment === "before the end") {
      await this.navigate();
      await this.phone.says(/Connected/);
    }
    await this.hangUp();
    if (moment === "while it is saved") {
      // Before any answer, where one takes its time.
      await this.phone.root.locator(".log:is(.doing, .done, .failed)").first().waitFor();
      await this.navigate();
    }
    await this.logState(answer);
    if (moment === "after the answer") await this.navigate();
  }

  /** Nothing is saved once more in later pages, which the agent's word settles what is in doubt for. */
  async staysLogged(): Promise<void> {
    await this.goOnWith("none");
    await this.#settleByHand();
    await this.navigate();
    await this.logState(/^Logged/);
    await this.tasks(1);
  }

  /** The agent looks for the Task, and says what is there. */
  async #settleByHand(): Promise<void> {
    await this.logState(/Not logged|Maybe logged|^Logged/);
    const isThere = (await this.stage.loggedCalls()).length > 0;
    const button = this.phone.button(isThere ? "It is there" : "Save again");
    const tryAgain = this.phone.button("Try again");
    if (await button.isVisible()) await button.click();
    else if (await tryAgain.isVisible()) await tryAgain.click();
    await this.logState(/^Logged/);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stage.close();
  }
}
