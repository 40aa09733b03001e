import { PhoneError, type Phone, type PhoneErrorCode } from "../telephony/phone.ts";
import type { Carriers } from "./carriers.ts";
import type { ToLine, WaitingDial as Waiting } from "./protocol.ts";
import type { Switchboard } from "./switchboard.ts";
import type { Views } from "./views.ts";
import { WaitingDial, type WaitingDialOptions } from "./waiting-dial.ts";

type Dial = Extract<ToLine, { type: "dial" }>;

export interface DiallingOptions extends Pick<WaitingDialOptions, "patience" | "schedule"> {
  readonly phone: Phone;
  readonly carriers: Carriers;
  readonly views: Views;
  readonly switchboard: Switchboard;
  /** The record that was clicked for a call. */
  readonly remember: (call: string, dial: Dial) => void;
  readonly changed: () => void;
}

/** Dials for the views: at once, or as soon as the line is ready. A page that has just loaded is no reason to click twice. */
export class Dialling {
  readonly #options: DiallingOptions;
  readonly #waiting: WaitingDial;

  constructor(options: DiallingOptions) {
    this.#options = options;
    this.#waiting = new WaitingDial({
      ...options,
      onExpired: ({ view }) => this.#refuse(view, "notRegistered"),
    });
  }

  /** The number that waits. */
  get snapshot(): Waiting | undefined {
    return this.#waiting.snapshot;
  }

  dial(view: string, dial: Dial): void {
    const { registration } = this.#options.phone;
    const hopeless = registration.phase === "failed" && registration.problem === "wrongPassword";
    if (registration.phase === "registered") this.#dialNow(view, dial);
    else if (hopeless) this.#refuse(view, "notRegistered");
    else this.#waiting.keep({ view, dial });
  }

  /** The registration changed: what waits may be dialled now. */
  look(): void {
    const wish = this.#options.phone.registration.phase === "registered" && this.#waiting.take();
    if (wish) this.#dialNow(wish.view, wish.dial);
    this.#options.changed();
  }

  /** Nothing waits any more. */
  cancel(): void {
    this.#waiting.take();
  }

  #dialNow(view: string, dial: Dial): void {
    const { phone, carriers, switchboard, remember } = this.#options;
    try {
      const { id } = phone.dial(dial.target);
      carriers.give(id, this.#viewOf(view));
      remember(id, dial);
      switchboard.dialled(id, dial);
    } catch (error) {
      if (!(error instanceof PhoneError)) throw error;
      this.#refuse(view, error.code);
    }
  }

  #refuse(view: string, code: PhoneErrorCode): void {
    this.#viewOf(view)?.refuse({ command: "dial", code });
    this.#options.changed();
  }

  /** The view that asked may be gone by now. */
  #viewOf(view: string) {
    const { views } = this.#options;
    return views.get(view) ?? views.focused;
  }
}
