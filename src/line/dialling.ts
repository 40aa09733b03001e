import { PhoneError, type Phone, type PhoneErrorCode } from "../telephony/phone.ts";
import type { ListDesk } from "./calling-list/list-desk.ts";
import type { Carriers } from "./carriers.ts";
import type { ToLine, WaitingDial as Waiting } from "./protocol.ts";
import type { Switchboard } from "./switchboard.ts";
import type { Views } from "./views.ts";
import { WaitingDial, type WaitingDialOptions, type Wish } from "./waiting-dial.ts";

type Dial = Extract<ToLine, { type: "dial" }>;

export interface DiallingOptions extends Pick<WaitingDialOptions, "patience" | "schedule"> {
  readonly phone: Phone;
  readonly carriers: Carriers;
  readonly views: Views;
  readonly lists: Pick<ListDesk, "mayDial" | "notPlaced" | "placed">;
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
      onExpired: (wish) => this.#refuse(wish, "notRegistered"),
    });
  }

  /** The number that waits. */
  get snapshot(): Waiting | undefined {
    return this.#waiting.snapshot;
  }

  dial(view: string, dial: Dial): void {
    if (!this.#options.lists.mayDial(dial.row)) return;
    const { registration } = this.#options.phone;
    const hopeless = registration.phase === "failed" && registration.problem === "wrongPassword";
    if (registration.phase === "registered") this.#dialNow(view, dial);
    else if (hopeless) this.#refuse({ view, dial }, "notRegistered");
    else {
      this.cancel();
      this.#waiting.keep({ view, dial });
    }
  }

  /** The registration changed: what waits may be dialled now. */
  look(): void {
    const wish = this.#options.phone.registration.phase === "registered" && this.#waiting.take();
    if (wish) this.#dialNow(wish.view, wish.dial);
    this.#options.changed();
  }

  /** Nothing waits any more. */
  cancel(): void {
    const wish = this.#waiting.take();
    if (wish) this.#options.lists.notPlaced(wish.dial.row);
  }

  #dialNow(view: string, dial: Dial): void {
    const { phone, carriers, lists, switchboard, remember } = this.#options;
    try {
      const call = phone.dial(dial.target, { forHelp: dial.forHelp });
      carriers.give(call.id, this.#viewOf(view));
      remember(call.id, dial);
      switchboard.dialled(call.id, dial);
      lists.placed(dial.row, call);
    } catch (error) {
      if (!(error instanceof PhoneError)) throw error;
      this.#refuse({ view, dial }, error.code);
    }
  }

  #refuse({ view, dial }: Wish, code: PhoneErrorCode): void {
    this.#options.lists.notPlaced(dial.row);
    this.#viewOf(view)?.refuse({ command: "dial", code });
    this.#options.changed();
  }

  /** The view that asked may be gone by now. */
  #viewOf(view: string) {
    const { views } = this.#options;
    return views.get(view) ?? views.focused;
  }
}
