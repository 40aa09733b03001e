import { CallBase, tonesIn } from "../call-base.ts";
import type { DeclineReason, EndReason } from "../call.ts";
import { dialTarget } from "../dial-target.ts";

/** A {@link Call} without a network: the verbs of a call are the agent's, those below are the other side's. */
export class FakeCall extends CallBase {
  /** All tones the other side heard. */
  tones = "";

  answer(): void {
    if (this.direction === "incoming" && this.state.phase === "ringing") this.#connect();
  }

  /** What the caller was refused with. */
  refusedWith: DeclineReason | undefined;

  decline(reason: DeclineReason = "declined"): void {
    if (!this.#isRingingHere) return;
    this.refusedWith = reason;
    this.end({ kind: "declined", by: "us" });
  }

  redirect(target: string): void {
    if (this.#isRingingHere) this.end({ kind: "redirected", to: dialTarget(target) });
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

  /** The other side rings; `early`: and is heard. */
  ring({ early = false } = {}): void {
    this.move({ phase: "ringing", since: Date.now(), ...(early && { early }) });
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

  get #isRingingHere(): boolean {
    return this.direction === "incoming" && this.state.phase === "ringing";
  }

  #connect(): void {
    this.move({ phase: "connected", since: Date.now(), onHold: false });
  }
}
