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
  /** A second call, where an ability has one. */
  other: Talk | undefined;
  #call = "";

  constructor(stage: Stage, page: Page) {
    this.stage = stage;
    this.page = page;
  }

  get phone(): SoftphonePage {
    return softphoneIn(this.page);
  }

  /** Moves the sound, or the whole line, to a window of the phone's own, which `says` what it is there for. */
  async openWindow(says: string): Promise<Page> {
    const opening = this.page.waitForEvent("popup");
    await this.phone.button("Keep the phone in its own window").click();
    const home = await opening;
    await home.getByText(says).waitFor();
    await this.phone.root.getByText("Calls are heard in the phone's own window.").waitFor();
    await this.phone.says(/Registered/);
    return home;
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
  dial(number: string): Promise<void> {
    return this.make(() => this.phone.dial(number));
  }

  /** The agent calls somebody by `act`; returns once the exchange knows of it. */
  async make(act: () => Promise<void>): Promise<void> {
    // Not their number: the exchange remembers the last two hundred.
    const latest = () => this.exchange.calls().at(-1)?.id ?? "";
    const before = latest();
    await act();
    this.#call = await until(latest, (id) => id !== before, { what: "the call" });
  }

  /** @param headers - Of the INVITE. */
  customerCalls(headers: Readonly<Record<string, string>> = {}): void {
    this.#call = this.exchange.customerCalls({ from: "+14155550199", to: "agent", headers });
  }

  /** Somebody else calls the agent. */
  anotherCustomer(): Talk {
    const made = new Talk(this.stage, this.page);
    made.#call = this.exchange.customerCalls({ from: "+14155550198", to: "agent" });
    return made;
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

  /** What the agent sees of the call with somebody. */
  card(name: string) {
    return this.phone.root.getByRole("article", { name });
  }

  /** The call that `act` begins. */
  async another(act: () => Promise<void>): Promise<Talk> {
    const made = new Talk(this.stage, this.page);
    await made.make(act);
    return made;
  }

  /** From now on this is about another call. */
  goOnWith({ id }: Talk): void {
    this.#call = id;
  }

  /** Whether the other side hears that it is held. */
  async isHeld(held: boolean): Promise<void> {
    await until(
      () => this.there.held,
      (now) => now === held,
      { what: held ? "the robot to be held" : "the robot to be taken back" },
    );
  }

  async hasPressed(keys: RegExp): Promise<void> {
    await until(
      () => this.there.digits,
      (digits) => keys.test(digits),
      { what: "the keys" },
    );
  }

  /** The echo of 600 says back the tone of 601, which hears itself only when both are mixed (0.2; else 0.004). */
  async hearsTheOthers(): Promise<void> {
    await until(
      () => this.exchange.loudnessAt(this.id, 440),
      (loudness) => loudness > 0.05,
      { what: "the other side to hear the others" },
    );
  }

  async everybodyHangsUp(): Promise<void> {
    for (const { id, state } of this.exchange.calls())
      if (state !== "ended") this.exchange.hangUp(id);
    await until(
      () => this.exchange.stats().runningCalls,
      (running) => running === 0,
      { what: "the end of all calls" },
    );
  }

  /** The phone goes to the tab of another, and the call with it: the same robot talks there from then on. */
  async movesTo(other: Talk, act: () => Promise<void>): Promise<Talk> {
    await act();
    other.#call = this.#call;
    await other.connected();
    return other;
  }

  /** The other side notices that it is over. */
  async endsByItself(): Promise<void> {
    await until(
      () => this.there.state,
      (state) => state === "ended",
      { what: "the end" },
    );
  }

  /** The other side hangs up. */
  async endsThere(): Promise<void> {
    for (const { id, state } of [this.there]) if (state !== "ended") this.exchange.hangUp(id);
    await this.endsByItself();
  }

  /** By the keyboard: another call's card, which goes just now, may move what is clicked. */
  async hangUp(): Promise<void> {
    await this.phone.button("Hang up").press("Enter");
    await this.endsByItself();
  }
}
