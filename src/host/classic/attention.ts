import type { ConsoleParts } from "./toolkits.ts";

/** What the softphone's button in the console's footer says when nothing is the matter. */
const restingText = "Softphone";
const alarm = "background:#c23934;color:#fff;font-weight:bold";
/** There is no reset in the toolkit: what was set has to be set back. */
const resting = "background:transparent;color:inherit;font-weight:normal";
const blinkInterval = 1000;

/** Marks the softphone's button in a console, and lets the browser's title speak when its tab is in the background. */
export class ConsoleAttention {
  readonly #console: ConsoleParts;
  #title: string | undefined;

  constructor(console: ConsoleParts) {
    this.#console = console;
  }

  async set(text: string | undefined): Promise<void> {
    const { button, title } = this.#console;
    const old = this.#title;
    this.#title = text;
    const asked = [
      button.setCustomConsoleComponentButtonText(text ?? restingText),
      button.setCustomConsoleComponentButtonStyle(text === undefined ? resting : alarm),
      text === undefined
        ? button.removeBlinkCustomConsoleComponentButtonText()
        : button.blinkCustomConsoleComponentButtonText(text.toUpperCase(), blinkInterval),
    ];
    if (old !== undefined) asked.push(title.removeFromBrowserTitleQueue(old));
    if (text !== undefined) asked.push(title.addToBrowserTitleQueue(text));
    const outcomes = await Promise.allSettled(asked);
    const failed = outcomes.find(({ status }) => status === "rejected");
    if (failed) throw (failed as PromiseRejectedResult).reason; // just seen to be rejected
  }
}
