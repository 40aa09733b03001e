import type { Quiet } from "../../telephony/call-quality.ts";

/** What of a call could be heard during one second. */
export interface Heard {
  /** Loudness of the microphone, from 0 to 1; `undefined` where nobody should hear it, or nobody knows. */
  readonly us: number | undefined;
  /** Packets that came, and how loud they were; `undefined` while the other side has no reason to send. */
  readonly them: { readonly packets: number; readonly loudness: number | undefined } | undefined;
}

/** Seconds of silence before somebody is told. With the second that is being measured it is at most five. */
const patience = 4;
/** Less than a third of the smallest step of 16 bits: no living microphone is as quiet. */
const nothing = 1e-5;
/** A fifth of the smallest step of G.711. */
const nobody = 5e-5;

/** Notices when one side of a call gives no sound at all, and tells what kind of silence it is. */
export class Silence {
  #us = 0;
  #packetless = 0;
  #soundless = 0;

  /** One more second has gone by. */
  add({ us, them }: Heard): Quiet {
    this.#us = counted(this.#us, us !== undefined && us < nothing);
    this.#packetless = counted(this.#packetless, them?.packets === 0);
    const isSoundless = them?.loudness !== undefined && them.loudness < nobody;
    this.#soundless = counted(this.#soundless, isSoundless);
    return {
      ...(this.#us >= patience && { us: true }),
      ...(this.#soundless >= patience && { them: "silence" }),
      ...(this.#packetless >= patience && { them: "nothing" }),
    };
  }
}

function counted(seconds: number, isQuiet: boolean): number {
  return isQuiet ? seconds + 1 : 0;
}
