import type { Stop } from "../base/emitter.ts";
import type { Call } from "../telephony/call.ts";
import type { Schedule } from "../base/schedule.ts";
import type {
  Availability,
  PresenceCommand,
  PresenceRules,
  PresenceSnapshot,
} from "./protocol-presence.ts";

export interface PresenceOptions {
  readonly schedule: Schedule;
  readonly changed: () => void;
}

interface WrapUp {
  readonly since: number;
  readonly until: number;
  readonly calls: readonly string[];
  readonly stop: Stop;
}

/** Tells presence's commands from the others. */
export function isAboutPresence(command: { type: string }): command is PresenceCommand {
  return ["setAvailability", "extendWrapUp", "endWrapUp"].includes(command.type);
}

const ready: Availability = { ready: true, by: "agent" };

/** What the agent does, the same in every view: ready or not, on a call, wrapping up. */
export class Presence {
  readonly #options: PresenceOptions;
  readonly #up = new Map<string, Call>();
  #rules: PresenceRules = { wrapUp: 0, refuseCalls: false };
  #chosen = ready;
  #wrapUp: WrapUp | undefined;
  /** Since when there is a call, or none. */
  #since = Date.now();
  #wasBusy = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  get snapshot(): PresenceSnapshot {
    const chosen = this.#chosen;
    if (this.#wrapUp) {
      const { since, until, calls } = this.#wrapUp;
      return { phase: "wrapUp", since, until, calls, chosen };
    }
    const since = this.#since;
    if (this.#isBusy) return { phase: "onCall", since, chosen };
    return { phase: chosen.ready ? "ready" : "notReady", since, chosen };
  }

  configure(rules: Partial<PresenceRules>): void {
    this.#rules = { ...this.#rules, ...rules };
  }

  /** Follows a call from its beginning; declines it when nobody is to be disturbed. */
  follow(call: Call): void {
    this.#up.set(call.id, call);
    call.on("stateChanged", () => this.#look(call));
    this.#look(call);
    const isDisturbing = call.direction === "incoming" && call.state.phase === "ringing";
    if (isDisturbing && this.#rules.refuseCalls && (!this.#chosen.ready || this.#wrapUp))
      call.decline();
  }

  obey(command: PresenceCommand): void {
    if (command.type === "setAvailability") this.#choose(command.availability);
    else if (command.type === "endWrapUp") this.#endWrapUp();
    else if (this.#wrapUp) {
      const { calls, since, until } = this.#wrapUp;
      this.#wrapUpUntil(until + command.milliseconds, { calls, since });
    }
  }

  /** Goes on where the line before this one was; a call that goes on tells of itself. */
  resume(before: PresenceSnapshot): void {
    this.#choose(before.chosen);
    if (before.phase === "wrapUp") {
      if (before.until > Date.now()) this.#wrapUpUntil(before.until, before);
    } else if (before.phase !== "onCall") this.#since = before.since;
  }

  /** Another agent, or none: nothing of this one's day is left. */
  reset(): void {
    this.#endWrapUp();
    this.#choose(ready);
  }

  get #isBusy(): boolean {
    return [...this.#up.values()].some(
      ({ direction, state }) => direction === "outgoing" || state.phase === "connected",
    );
  }

  #choose(availability: Availability): void {
    this.#chosen = availability;
    if (!this.#isBusy) this.#since = Date.now();
  }

  #look({ id, state }: Call): void {
    if (state.phase === "ended") this.#up.delete(id);
    const isBusy = this.#isBusy;
    if (isBusy !== this.#wasBusy) this.#since = Date.now();
    this.#wasBusy = isBusy;
    if (isBusy) this.#endWrapUp();
    else if (state.phase === "ended" && state.connectedAt !== undefined) this.#beginWrapUp(id);
  }

  #beginWrapUp(call: string): void {
    if (this.#rules.wrapUp === 0) return;
    const since = Date.now();
    this.#wrapUpUntil(since + this.#rules.wrapUp, { since, calls: [call] });
  }

  #wrapUpUntil(until: number, { since, calls }: Pick<WrapUp, "since" | "calls">): void {
    this.#wrapUp?.stop();
    const stop = this.#options.schedule(() => this.#expire(), until - Date.now());
    this.#wrapUp = { since, until, calls, stop };
  }

  #expire(): void {
    this.#endWrapUp();
    this.#options.changed();
  }

  #endWrapUp(): void {
    if (!this.#wrapUp) return;
    this.#wrapUp.stop();
    this.#wrapUp = undefined;
    if (!this.#isBusy) this.#since = Date.now();
  }
}
