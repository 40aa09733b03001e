import type { Page } from "playwright-core";
import { heardBySoftphone } from "../support/browser.ts";
import { softphoneIn, type SoftphonePage } from "../support/desk.ts";
import type { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

/** Loudness above which a robot hears somebody, and below which it hears nobody. */
const [somebody, nobody] = [0.01, 0.003];

/** One call of an agent, seen from both of its ends, over all the pages that show it. */
export class Talk {
  readonly stage: Stage;
  page: Page;
  #call = "";

  constructor(stage: Stage, page: Page) {
    this.stage = stage;
    this.page = page;
  }

  get phone(): SoftphonePage {
    return softphoneIn(this.page);
  }

  /** The exchange's own view of the call. */
  get there() {
    const call = this.stage.demo.exchange.call(this.#call);
    if (!call) throw new Error("no call was begun");
    return call;
  }

  get exchange() {
    return this.stage.demo.exchange;
  }

  get id(): string {
    return this.#call;
  }

  /** The agent calls a robot; returns once the exchange knows of it. */
  async dial(number: string): Promise<void> {
    const before = this.exchange.calls().length;
    await this.phone.dial(number);
    await until(
      () => this.exchange.calls().length,
      (now) => now > before,
      { what: "the call" },
    );
    this.#call = this.exchange.calls().at(-1)?.id ?? "";
  }

  customerCalls(): void {
    this.#call = this.exchange.customerCalls({ from: "+14155550199", to: "agent" });
  }

  async connected(): Promise<void> {
    await this.phone.says(/Connected/);
    await until(
      () => this.there.state,
      (state) => state === "connected",
      { what: "the robot to be connected" },
    );
  }

  /** Both ends hear each other now, by packets that came after this was asked. */
  async isHeardBothWays(): Promise<void> {
    await this.isHeardHere();
    await this.isHeardThere(({ rms }) => rms > somebody, "the robot to hear the agent");
  }

  /** The robot gets packets, and no sound in them. */
  async isMuted(): Promise<void> {
    await this.isHeardHere();
    await this.isHeardThere(({ rms }) => rms < nobody, "the robot to hear silence");
  }

  async isHeardHere(): Promise<void> {
    const { packets, energy } = await heardBySoftphone(this.page);
    await until(
      () => heardBySoftphone(this.page),
      (now) => now.packets > packets && now.energy > energy && now.energy > 0.001,
      { what: "the softphone to hear the robot" },
    );
  }

  async isHeardThere(
    test: (heard: Talk["there"]["heard"]) => boolean,
    what: string,
  ): Promise<void> {
    const before = this.there.heard.packets;
    await until(
      () => this.there,
      // Half a second of new sound: older one must not count.
      ({ heard }) => heard.packets > before + 30 && test(heard),
      { what },
    );
  }

  async hangUp(): Promise<void> {
    await this.phone.button("Hang up").click();
    await until(
      () => this.there.state,
      (state) => state === "ended",
      { what: "the end" },
    );
  }
}
