import { pageMemory } from "../base/page-memory.ts";
import type { Showing } from "./protocol.ts";
import { lookUp, onSign, windowHint } from "./window-signs.ts";

/** Of the one window that this tab opens, page after page. */
const key = "switchhook-window-name";

/** The phone's own window, for the page that opens it or finds the one that a page before it has opened. */
export class OwnWindow {
  readonly #page: Window;
  #opened: Window | null = null;
  /** Where the line lives in it, it gives signs. */
  #seen: { readonly home: Window; readonly name: string } | undefined;

  constructor(page: Window) {
    this.#page = page;
    onSign(page, (found) => (this.#seen = found));
  }

  /**
   * Opens it, and says whether the browser did: by its name, so that one which the page before this one has opened, and
   * which does not have the phone yet, begins anew. Never by the name alone: where no window has it, browsers open a
   * blank one.
   */
  open(address: URL): boolean {
    // It may still wait for the microphone: one is enough.
    if (this.#opened && !this.#opened.closed) {
      this.#opened.focus();
      return true;
    }
    this.#opened = this.#page.open(address, this.#name(), "popup,width=280,height=520");
    // Browsers leave one that was there where it was: behind the others.
    this.#opened?.focus();
    return this.#opened !== null;
  }

  /** Brings the window that has the phone to the front. To be called while a click is handled. */
  show(): Showing {
    const known = this.#seen?.home ?? this.#opened ?? this.#find();
    if (!known) return "outOfReach";
    if (known.closed) {
      // Said once: the phone may be in another tab's by now.
      this.forgetClosed();
      return "gone";
    }
    // Browsers let nobody but its opener bring it to the front: that is who has looked it up last.
    if (this.#seen) lookUp(this.#page, this.#seen.name);
    known.focus();
    return "shown";
  }

  /** No window has the phone: the next one that has may be another tab's. */
  forgetClosed(): void {
    if (this.#seen?.home.closed) this.#seen = undefined;
    if (this.#opened?.closed) this.#opened = null;
  }

  #name(): string {
    const memory = pageMemory(this.#page);
    const name = memory.getItem(key) ?? `switchhook-${crypto.randomUUID()}`;
    memory.setItem(key, name);
    return name;
  }

  /** Only a window that this tab has opened can be found; looked for in vain, it is not looked for again. */
  #find(): Window | undefined {
    const memory = pageMemory(this.#page);
    // Where nothing may be stored, the page knows its name by a sign before the panel is there.
    const name = memory.getItem(key) ?? windowHint.get(memory);
    const found = name === undefined ? undefined : lookUp(this.#page, name);
    if (!found) memory.removeItem(key);
    return found;
  }
}
