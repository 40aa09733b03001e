import type { Call } from "../telephony/call.ts";
import type { CallSound } from "./protocol.ts";

/** Keys in what was dialled behind a number, such as an extension, once the other side can hear it. */
export class AfterAnswer {
  readonly #waiting = new Map<Call, string>();

  keep(call: Call, digits: string): void {
    this.#waiting.set(call, digits);
  }

  /** Something changed: perhaps a call was answered, and its sound flows. */
  look(soundOf: (call: string) => CallSound | undefined): void {
    for (const [call, digits] of this.#waiting) {
      const { phase } = call.state;
      const isHeard = phase === "connected" && soundOf(call.id)?.phase === "carried";
      if (isHeard || phase === "ended") this.#waiting.delete(call);
      if (isHeard) call.sendDtmf(digits);
    }
  }
}
