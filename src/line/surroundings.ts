import type { Schedule } from "../base/schedule.ts";
import type { Call } from "../telephony/call.ts";
import type { Phone } from "../telephony/phone.ts";
import type { Carriers } from "./carriers.ts";
import type { SurroundingsCommand, SurroundingsSnapshot } from "./protocol-surroundings.ts";
import type { Views } from "./views.ts";

const types: readonly string[] = [
  "online",
  "setDoNotDisturb",
  "wish",
  "useIceServers",
] satisfies readonly SurroundingsCommand["type"][];

/** Tells the commands about what is around calls from the others. */
export const isAboutSurroundings = (command: { type: string }): command is SurroundingsCommand =>
  types.includes(command.type);

export interface SurroundingsOptions {
  readonly phone: Phone;
  readonly carriers: Carriers;
  readonly views: Views;
  readonly schedule: Schedule;
  readonly changed: () => void;
}

/** What is around calls: the way to the network, the mailbox, colleagues, and who may be answered by itself. */
export class Surroundings {
  readonly #options: SurroundingsOptions;
  #autoAnswer = false;
  /** Callers whose time to be answered by themselves has come. */
  readonly #due = new Set<Call>();
  #iceUntil: number | undefined;

  constructor(options: SurroundingsOptions) {
    this.#options = options;
    options.phone.on("surroundingsChanged", options.changed);
  }

  get snapshot(): SurroundingsSnapshot {
    const { mailbox, lamps, doNotDisturb } = this.#options.phone;
    return {
      ...(mailbox && { mailbox }),
      ...(lamps.size > 0 && { lamps: Object.fromEntries(lamps) }),
      ...(doNotDisturb && { doNotDisturb }),
      ...(this.#iceUntil !== undefined && { iceUntil: this.#iceUntil }),
    };
  }

  obey(command: SurroundingsCommand): void {
    const { phone, changed } = this.#options;
    switch (command.type) {
      case "online":
        phone.checkConnection();
        break;
      case "setDoNotDisturb":
        phone.setDoNotDisturb(command.on);
        break;
      case "wish":
        this.#autoAnswer = command.autoAnswer;
        phone.wish(command.wishes);
        this.look();
        break;
      case "useIceServers":
        this.#iceUntil = command.until;
        phone.useIceServers(command.iceServers);
        changed();
    }
  }

  /** Follows a call that begins to ring, or rang at the line before: it may ask to be answered by itself. */
  follow(call: Call): void {
    const { answerAfter, direction, state } = call;
    if (answerAfter === undefined || direction !== "incoming" || state.phase !== "ringing") return;
    const rest = state.since + answerAfter - Date.now();
    this.#options.schedule(() => this.#strike(call), Math.max(rest, 0));
  }

  #strike(call: Call): void {
    if (call.state.phase !== "ringing") return;
    this.#due.add(call);
    call.on("stateChanged", () => this.#due.delete(call));
    this.look();
  }

  /** Answers whoever is due, once a page shows it and it is known that the administrator allows it. */
  look(): void {
    const { carriers, phone, views } = this.#options;
    const view = views.focused;
    if (!view || !this.#autoAnswer) return;
    for (const call of this.#due) {
      this.#due.delete(call);
      const others = phone.calls.filter(({ id }) => id !== call.id);
      // Nobody is taken from one call to another.
      if (others.length > 0 || call.state.phase !== "ringing") continue;
      carriers.answer(call, view);
      call.answer();
    }
  }
}
