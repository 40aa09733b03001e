import { type ReadonlySignal, signal } from "@preact/signals";
import { omit } from "./omit.ts";
import type { SoftphonePanel } from "./state.ts";

type Button = SoftphonePanel["button"];

/** The softphone's place in the page: shown or hidden, its size, and the button that stands for it. */
export class Panel {
  readonly #state;
  #styles = new Map<string, string>();

  constructor(start: Pick<SoftphonePanel, "visible" | "width" | "height">) {
    this.#state = signal<SoftphonePanel>({
      ...start,
      button: { text: "Softphone", style: "" },
      popoutable: false,
      poppedOut: false,
      clickToDial: false,
    });
  }

  get state(): ReadonlySignal<SoftphonePanel> {
    return this.#state;
  }

  get now(): SoftphonePanel {
    return this.#state.peek();
  }

  set(change: Partial<Omit<SoftphonePanel, "button">>): void {
    this.#state.value = { ...this.now, ...change };
  }

  setButton(change: Partial<Omit<Button, "style">>): void {
    this.#state.value = { ...this.now, button: { ...this.now.button, ...change } };
  }

  /** Adds to what was set before, as separate calls for colour and background do; there is no way back but neutral values. */
  addButtonStyle(css: string): void {
    for (const [name, value] of declarations(css)) this.#styles.set(name, value);
    const style = [...this.#styles].map(([name, value]) => `${name}:${value}`).join(";");
    this.#state.value = { ...this.now, button: { ...this.now.button, style } };
  }

  stop(what: "blink" | "scroll"): void {
    this.#state.value = { ...this.now, button: omit(this.now.button, what) };
  }
}

/** Only font, colour and background may be set, and nothing that loads something. */
function declarations(css: string): (readonly [string, string])[] {
  return [...css.matchAll(/([a-z-]+)\s*:\s*([^;{}]+)/gi)].flatMap(([, name = "", value = ""]) => {
    const property = name.toLowerCase();
    const allowed = /^(font(-.*)?|color|background(-color)?)$/.test(property);
    return allowed && !/url\s*\(/i.test(value) ? [[property, value.trim()] as const] : [];
  });
}
