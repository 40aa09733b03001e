import type { Call } from "../telephony/call.ts";
import type { Phone } from "../telephony/phone.ts";
import { Conference } from "./conference.ts";
import { Floor } from "./floor.ts";
import { KeyQueue } from "./key-queue.ts";
import type { Schedule } from "../base/schedule.ts";
import type { MediaRouter } from "./media-router.ts";
import type { ToLine } from "./protocol.ts";
import type { CallArrangement, SwitchboardCommand } from "./protocol-switchboard.ts";

export interface SwitchboardOptions {
  readonly phone: Phone;
  readonly media: MediaRouter;
  readonly schedule: Schedule;
  readonly changed: () => void;
}

type Standing = Pick<CallArrangement, "consultsFor" | "inConference">;

/** What the line remembers of each call here. */
interface Arrangement {
  holdRefused?: number;
  consultsFor?: string;
}

/** Several calls of one agent: who has the floor, who is connected with whom, and which keys are to be pressed. */
export class Switchboard {
  readonly #options: SwitchboardOptions;
  readonly #arrangements = new Map<string, Arrangement>();
  readonly #floor: Floor;
  readonly #keys: KeyQueue;
  readonly #conference: Conference;

  constructor(options: SwitchboardOptions) {
    const { phone, media, schedule, changed } = options;
    this.#options = options;
    this.#conference = new Conference({ media, changed });
    this.#keys = new KeyQueue({ schedule, changed });
    const inIt = (id: string) => this.#conference.has(id);
    this.#floor = new Floor({
      calls: () => phone.calls,
      together: (one, other) => inIt(one) && inIt(other),
    });
  }

  /** How a call stands to the others. */
  of(call: Call): CallArrangement {
    const { id, transferring } = call;
    const keysLeft = this.#keys.of(id);
    return {
      ...this.#arrangements.get(id),
      ...(transferring && { transferring }),
      ...(this.#conference.has(id) && { inConference: true }),
      ...(keysLeft && { keysLeft }),
    };
  }

  /** What of it a line has to know that comes after this one. */
  standing(call: Call): Standing {
    const { consultsFor, inConference } = this.of(call);
    return {
      ...(consultsFor !== undefined && { consultsFor }),
      ...(inConference && { inConference }),
    };
  }

  /** Calls that another line had stand to each other as they did there. */
  goOn(past: readonly (Standing & Pick<Call, "id">)[]): void {
    for (const { id, consultsFor } of past) {
      const arrangement = this.#arrangements.get(id);
      if (arrangement && consultsFor !== undefined) arrangement.consultsFor = consultsFor;
    }
    const members = past.flatMap(({ id, inConference }) =>
      inConference ? (this.#find(id) ?? []) : [],
    );
    if (members.length > 1) for (const call of members) this.#conference.join(call);
  }

  /** The calls that are heard together with one, itself among them. */
  heardWith(call: Call): readonly Call[] {
    return this.#conference.has(call.id) ? this.#conference.calls : [call];
  }

  /** A call begins. */
  follow(call: Call): void {
    const { changed } = this.#options;
    const arrangement: Arrangement = {};
    this.#arrangements.set(call.id, arrangement);
    this.#floor.follow(call);
    call.on("transferChanged", changed);
    call.on("holdRefused", ({ status }) => {
      arrangement.holdRefused = status;
      changed();
    });
    call.on("stateChanged", ({ to }) => {
      if (to.phase === "ended") this.#forget(call.id);
    });
  }

  /** Nobody is there any more. */
  abandonAll(): void {
    for (const call of this.#options.phone.calls) call.abandon();
  }

  /** Nobody could hear of an answer any more. */
  giveUpRinging(): void {
    for (const call of this.#options.phone.calls)
      if (call.direction === "outgoing" && call.state.phase !== "connected") call.hangUp();
  }

  /** The agent takes a call: whoever is up waits. */
  answer(call: Call): void {
    if (call.direction === "incoming" && call.state.phase === "ringing") this.#floor.give(call);
  }

  /** The agent has called somebody, to ask before a transfer, or with keys to press there. */
  dialled(call: string, { consultsFor, afterAnswer }: Extract<ToLine, { type: "dial" }>): void {
    const found = this.#find(call);
    const arrangement = this.#arrangements.get(call);
    if (!found || !arrangement) return;
    if (consultsFor !== undefined) arrangement.consultsFor = consultsFor;
    if (afterAnswer !== undefined) this.#keys.press(found, afterAnswer);
  }

  /**
   * Does what the agent asks for.
   *
   * @throws `PhoneError` when it cannot even be tried.
   */
  obey(call: Call, command: SwitchboardCommand): void {
    switch (command.type) {
      case "setHeld":
        this.#setHeld(call, command.held);
        break;
      case "transfer":
        call.transfer(command.target);
        break;
      case "connect":
        this.#withOther(command.to, (other) => call.transferTo(other));
        break;
      case "merge":
        this.#withOther(command.with, (other) => this.#merge(call, other));
        break;
      case "split":
        this.#conference.end();
        this.#setHeld(call, false);
        break;
      case "sendDtmf":
        this.#keys.press(call, command.digits);
    }
  }

  #setHeld(call: Call, held: boolean): void {
    if (!held) this.#floor.give(call);
    for (const each of this.heardWith(call)) {
      delete this.#arrangements.get(each.id)?.holdRefused;
      each.setHeld(held);
    }
  }

  #merge(call: Call, other: Call): void {
    if (call.state.phase !== "connected" || other.state.phase !== "connected") return;
    // They can only be mixed where both are.
    const carrier = this.#options.media.current(call.id);
    for (const each of [...this.#conference.calls, other])
      if (carrier) this.#options.media.route(each.id, carrier);
    for (const each of [call, other]) this.#conference.join(each);
    this.#setHeld(call, false);
  }

  #withOther(id: string, act: (other: Call) => void): void {
    const other = this.#find(id);
    if (other) act(other);
  }

  #find(id: string): Call | undefined {
    return this.#options.phone.calls.find((call) => call.id === id);
  }

  #forget(call: string): void {
    this.#conference.leave(call);
    this.#arrangements.delete(call);
  }
}
