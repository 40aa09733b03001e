import type { AttentionSign } from "../host.ts";
import type { ConsoleParts } from "./toolkits.ts";

/** What the softphone's button in the console's footer says when nothing is the matter. */
const restingText = "Softphone";
/** There is no reset in the toolkit: what was set has to be set back. */
const resting = "background:transparent;color:inherit;font-weight:normal";
const blinkInterval = 1000;

/** Marks the softphone's button in a console, and lets the browser's title speak when its tab is in the background. */
export class ConsoleAttention {
  readonly #console: ConsoleParts;
  readonly #restingIcon: string;
  #last: AttentionSign | undefined;

  /** @param restingIcon - Address of the button's picture when nothing is the matter. */
  constructor(console: ConsoleParts, restingIcon: string) {
    this.#console = console;
    this.#restingIcon = restingIcon;
  }

  async set(sign: AttentionSign | undefined): Promise<void> {
    const last = this.#last;
    this.#last = sign;
    const asked = [...(last ? this.#remove(last) : []), ...(sign ? this.#put(sign) : [])];
    const outcomes = await Promise.allSettled(asked);
    const failed = outcomes.find(({ status }) => status === "rejected");
    if (failed) throw (failed as PromiseRejectedResult).reason; // just seen to be rejected
  }

  #put({ text, colour, icon, ...wants }: AttentionSign): Promise<void>[] {
    const { button, title } = this.#console;
    const asked: Promise<void>[] = [];
    if (wants.button) {
      asked.push(
        button.setCustomConsoleComponentButtonText(text),
        button.setCustomConsoleComponentButtonStyle(
          `background:${colour};color:#fff;font-weight:bold`,
        ),
      );
      if (icon) asked.push(button.setCustomConsoleComponentButtonIconUrl(icon));
    }
    if (wants.blink)
      asked.push(button.blinkCustomConsoleComponentButtonText(text.toUpperCase(), blinkInterval));
    if (wants.title) asked.push(title.addToBrowserTitleQueue(text));
    return asked;
  }

  #remove({ text, icon, ...had }: AttentionSign): Promise<void>[] {
    const { button, title } = this.#console;
    const asked: Promise<void>[] = [];
    if (had.button) {
      asked.push(
        button.setCustomConsoleComponentButtonText(restingText),
        button.setCustomConsoleComponentButtonStyle(resting),
      );
      if (icon) asked.push(button.setCustomConsoleComponentButtonIconUrl(this.#restingIcon));
    }
    if (had.blink) asked.push(button.removeBlinkCustomConsoleComponentButtonText());
    if (had.title) asked.push(title.removeFromBrowserTitleQueue(text));
    return asked;
  }
}
