import type { EndEvent } from "jssip/lib/RTCSession";
import type { EndReason } from "../call.ts";
import type { MediaError } from "../media-port.ts";
import { endReason } from "./end-reason.ts";
import { mediaReason, sessionEnd } from "./session-facts.ts";

/** What else is known of a call that ends. */
interface EndFacts {
  readonly wasConnected: boolean;
  /** What the agent decided while it rang here. */
  readonly decided: EndReason | undefined;
  /** Where the other side is being sent. */
  readonly goingTo: string | undefined;
}

/** Why a call ends: what is known here comes before what the network says. */
export class Outcome {
  #mediaError: MediaError | undefined;
  #purpose: EndReason | undefined;

  /** There was no sound to be had for it. */
  get isMediaFailure(): boolean {
    return this.#mediaError !== undefined;
  }

  failMedia(error: MediaError): void {
    this.#mediaError = error;
  }

  /** What it is ended for, where the network does not know; `undefined` takes that back. */
  endsFor(purpose: EndReason | undefined): void {
    this.#purpose = purpose;
  }

  /** Of a call that is ended without a word from the network. */
  get unheard(): EndReason {
    return this.#purpose ?? { kind: "hungUp", by: "us" };
  }

  reason(event: EndEvent, { wasConnected, decided, goingTo }: EndFacts): EndReason {
    const known = (this.#mediaError && mediaReason(this.#mediaError)) ?? decided ?? this.#purpose;
    if (known) return known;
    const end = sessionEnd(event, wasConnected);
    // Some servers end the call themselves as soon as they have put the other side through.
    const to = end.originator === "remote" ? goingTo : undefined;
    return to === undefined ? endReason(end) : { kind: "transferred", to };
  }
}
