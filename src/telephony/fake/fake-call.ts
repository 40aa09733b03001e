import { CallBase, heldBy, keyIn } from "../call-base.ts";
import type { Call, DeclineReason, EndReason } from "../call.ts";
import { dialTarget } from "../dial-target.ts";
import type { DialogName } from "../dialog-name.ts";
import type { Invitation } from "../invitation.ts";
import type { LostCall } from "../lost-call.ts";

/** A {@link Call} without a network: the verbs of a call are the agent's, those below are the other side's. */
export class FakeCall extends CallBase {
  /** All tones the other side heard. */
  tones = "";
  dialog: DialogName | undefined;
  invitation: Invitation | undefined;
  /** Whether tones get through; while they do not, they may be sent again. */
  hears = true;
  #consulted: FakeCall | undefined;
  #held = { us: false, them: false };

  /** A call that another line had. */
  static takenOver(lost: LostCall): FakeCall {
    const call = new FakeCall(lost);
    if ("invitation" in lost) {
      call.invitation = lost.invitation;
      return call;
    }
    call.dialog = lost.dialog;
    call.#held = { us: lost.held ?? false, them: false };
    call.goOn(lost);
    return call;
  }

  answer(): void {
    if (this.direction === "incoming" && this.state.phase === "ringing") this.#connect();
  }

  /** What the caller was refused with. */
  refusedWith: DeclineReason | undefined;

  decline(reason: DeclineReason = "declined"): void {
    if (!this.ringsHere) return;
    this.refusedWith = reason;
    this.end({ kind: "declined", by: "us" });
  }

  redirect(target: string): void {
    if (this.ringsHere) this.end({ kind: "redirected", to: dialTarget(target) });
  }

  hangUp(): void {
    if (this.state.phase === "connected") this.end({ kind: "hungUp", by: "us" });
    else if (this.direction === "incoming") this.decline();
    else this.end({ kind: "cancelled", by: "us" });
  }

  miss(): void {
    this.refusedWith = "unavailable";
    this.end({ kind: "cancelled", by: "them" });
  }

  endFor(reason: EndReason): void {
    this.end(reason);
  }

  setMuted(muted: boolean): void {
    if (this.state.phase === "connected") this.noteMuted(muted);
  }

  setHeld(held: boolean): void {
    this.#hold({ us: held });
  }

  transfer(target: string): void {
    const to = dialTarget(target);
    if (this.#canTransfer) this.noteTransfer({ phase: "asked", to });
  }

  transferTo(other: Call): void {
    if (!this.#canTransfer || !(other instanceof FakeCall)) return;
    if (other.state.phase !== "connected") return;
    this.#consulted = other;
    this.noteTransfer({ phase: "asked", to: other.remote.number });
  }

  sendDtmf(key: string): Promise<boolean> {
    const tone = keyIn(key);
    const heard = this.hears && this.state.phase === "connected" && tone !== undefined;
    if (heard) this.tones += tone;
    return Promise.resolve(heard);
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

  /** The other side puts us on hold, or takes us back. */
  holdUs(held: boolean): void {
    this.#hold({ them: held });
  }

  /** The other side does not take part in being held. */
  refuseHold(status: number): void {
    this.noteHoldRefused(status);
  }

  /** It rings where the other side was sent. */
  transferRings(): void {
    const { transferring } = this;
    if (transferring) this.noteTransfer({ phase: "ringing", to: transferring.to });
  }

  /** The other side has reached whom it was sent to, or has not. */
  transferEnds(status: number): void {
    const { transferring } = this;
    if (!transferring) return;
    if (status < 300) {
      this.end({ kind: "transferred", to: transferring.to });
      this.#consulted?.end({ kind: "transferred", to: this.remote.number });
    } else this.noteTransfer({ phase: "failed", to: transferring.to, status });
  }

  /** The other side does not take the offer that a page load needs. */
  refuseSound(status: number): void {
    this.noteSoundRefused(status);
  }

  get #canTransfer(): boolean {
    const { phase } = this.transferring ?? { phase: "failed" };
    return this.state.phase === "connected" && phase === "failed";
  }

  #hold(change: { us?: boolean; them?: boolean }): void {
    const next = { ...this.#held, ...change };
    if (this.state.phase !== "connected" || heldBy(next) === heldBy(this.#held)) return;
    this.#held = next;
    this.connected(heldBy(next));
  }

  #connect(): void {
    if (this.state.phase !== "connected") this.connected();
  }
}
