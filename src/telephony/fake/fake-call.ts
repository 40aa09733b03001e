import { CallBase, tonesIn } from "../call-base.ts";
import type { EndReason } from "../call.ts";
import type { DialogName } from "../dialog-name.ts";
import type { LostCall } from "../lost-call.ts";

/** A {@link Call} without a network: the verbs of a call are the agent's, those below are the other side's. */
export class FakeCall extends CallBase {
  /** All tones the other side heard. */
  tones = "";
  dialog: DialogName | undefined;

  /** A call that another line had. */
  static takenOver(lost: LostCall): FakeCall {
    const call = new FakeCall(lost);
    call.dialog = lost.dialog;
    call.move({ phase: "connected", since: lost.since, onHold: false });
    call.noteMuted(lost.muted);
    return call;
  }

  answer(): void {
    if (this.direction === "incoming" && this.state.phase === "ringing") this.#connect();
  }

  decline(): void {
    if (this.direction === "incoming" && this.state.phase === "ringing")
      this.end({ kind: "declined", by: "us" });
  }

  hangUp(): void {
    if (this.state.phase === "connected") this.end({ kind: "hungUp", by: "us" });
    else if (this.direction === "incoming") this.decline();
    else this.end({ kind: "cancelled", by: "us" });
  }

  setMuted(muted: boolean): void {
    if (this.state.phase === "connected") this.noteMuted(muted);
  }

  sendDtmf(digits: string): void {
    if (this.state.phase === "connected") this.tones += tonesIn(digits);
  }

  /** The other side rings. */
  ring(): void {
    this.move({ phase: "ringing", since: Date.now() });
  }

  /** The other side answers. */
  pickUp(): void {
    if (this.direction === "outgoing") this.#connect();
  }

  /** The other side, or the network, ends it. */
  endBy(reason: EndReason): void {
    this.end(reason);
  }

  /** The other side does not take the offer that a page load needs. */
  refuseSound(status: number): void {
    this.noteSoundRefused(status);
  }

  #connect(): void {
    this.move({ phase: "connected", since: Date.now(), onHold: false });
  }
}
