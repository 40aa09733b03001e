import type { EndEvent, TerminateOptions } from "jssip/lib/RTCSession";
import { CallBase, keyIn } from "../call-base.ts";
import type { Call, DeclineReason, EndReason } from "../call.ts";
import { dialTarget } from "../dial-target.ts";
import type { DialogName } from "../dialog-name.ts";
import type { Invitation } from "../invitation.ts";
import type { MediaError } from "../media-port.ts";
import { obeyArrangements } from "./arranged.ts";
import { Decision } from "./decision.ts";
import { FacadePeerConnection } from "./facade-peer-connection.ts";
import { sendInfoTone, takeInfo } from "./info-tone.ts";
import { keepRefreshed, takeEarlyUpdates } from "./refreshing.ts";
import { Outcome } from "./outcome.ts";
import { ReOffer } from "./re-offer.ts";
import { supportsReliable } from "./reliable-progress.ts";
import { Way } from "./reroute.ts";
import {
  declineStatus,
  heldIn,
  invitationOf,
  isEarly,
  redirection,
  sessionEnd,
  type Progress,
} from "./session-facts.ts";
import { surviveTransportErrors, type Session } from "./session.ts";
import type { SipCallOptions } from "./sip-call-options.ts";
import { dialogName, isOver, replaces, type TakeOver } from "./take-over.ts";
import { Transferring } from "./transferring.ts";

/** A call carried by a JsSIP session, with its audio in whichever document is there. */
export class SipCall extends CallBase {
  readonly #options: SipCallOptions;
  readonly #facade: FacadePeerConnection;
  #session: Session | undefined;
  #reOffer: ReOffer | undefined;
  #transferring: Transferring | undefined;
  readonly #way: Way;
  readonly #decision = new Decision();
  readonly #outcome = new Outcome();

  constructor(options: SipCallOptions) {
    super(options);
    this.#options = options;
    this.#way = new Way(options.server);
    this.#facade = new FacadePeerConnection({
      ...options,
      call: options.id,
      onFailed: (error) => this.#failMedia(error),
      onStale: () => this.look(),
      resumed: options.takeOver !== undefined,
    });
    const lost = options.takeOver?.lost;
    if (lost) this.goOn(lost);
  }

  get dialog(): DialogName | undefined {
    return (this.#session && dialogName(this.#session)) ?? this.#options.takeOver?.lost.dialog;
  }

  get invitation(): Invitation | undefined {
    if (!this.ringsHere) return undefined;
    return (this.#session && invitationOf(this.#session)) ?? this.#options.ringOn?.invitation;
  }

  /** Options for JsSIP's `call` and `answer`: our facade as peer connection, no microphone of its own. */
  get sessionOptions() {
    return {
      mediaConstraints: { audio: true, video: false },
      // JsSIP only looks at the members that the facade's stream has.
      mediaStream: this.#facade.stream as MediaStream,
      // The one thing of the configuration that is read: see installFacade.
      pcConfig: { facade: this.#facade } as RTCConfiguration,
      ...(this.direction === "outgoing" && { extraHeaders: [supportsReliable] }),
    };
  }

  /** Takes over the session that JsSIP made for this call. */
  carry(session: Session): void {
    this.#session = session;
    const { media, id, isConnected } = this.#options;
    const canSend = () => isConnected() && media.current(id) !== undefined;
    const reOffer = new ReOffer({
      session,
      facade: this.#facade,
      canSend,
      onRefused: (status) => this.noteSoundRefused(status),
      onDone: () => this.#way.settle(),
      otherWay: () => this.#way.insist(session),
      onHoldRefused: (status) => this.noteHoldRefused(status),
    });
    this.#transferring = new Transferring(session, {
      name: this.remote.number,
      changed: (transfer) => this.noteTransfer(transfer),
      succeeded: (to) => this.endFor({ kind: "transferred", to }),
    });
    this.#reOffer = reOffer;
    obeyArrangements(session, this.#options.onTakenOver);
    surviveTransportErrors(session, () => reOffer.interrupt());
    this.#way.guard(session, () => reOffer.tryAgain());
    keepRefreshed(session, () => reOffer.refresh());
    takeEarlyUpdates(session);
    takeInfo(session);
    this.#follow(session, reOffer);
    this.#decision.carry(session);
  }

  /** The audio is to be in another document. */
  moved(): void {
    this.#reOffer?.startOver();
  }

  /** The document has lost the way to the other side. */
  stalled(): void {
    this.#facade.markStalled();
    this.#reOffer?.look();
  }

  /** Makes sure that the audio is where it is to be: after the line came back. */
  look(): void {
    this.#reOffer?.look();
  }

  /** The line came back on another connection. */
  reconnected(): void {
    const { takeOver, ringOn } = this.#options;
    this.#way.follow(this.#session);
    if (takeOver && !this.#session) this.#takeOver(takeOver);
    else if (ringOn && !this.#session) ringOn.hear();
    else this.#reOffer?.refresh();
  }

  /** Asks the other side to go on with us in place of the line that is gone. */
  #takeOver({ lost, send }: TakeOver): void {
    const session = send(lost.dialog.target, [replaces(lost.dialog)]);
    this.carry(session);
    if (this.muted) session.mute({ audio: true });
    if (lost.held) this.#reOffer?.mark(true);
  }

  answer(): void {
    if (this.ringsHere) this.#decision.answer(this.sessionOptions);
  }

  decline(reason: DeclineReason = "declined"): void {
    this.#refuse({ kind: "declined", by: "us" }, { status_code: declineStatus[reason] });
  }

  redirect(target: string): void {
    const to = dialTarget(target);
    this.#refuse({ kind: "redirected", to }, redirection(this.#options.addressOf(to)));
  }

  #refuse(reason: EndReason, options: TerminateOptions): void {
    if (this.ringsHere) this.#decision.refuse(reason, options);
  }

  miss(): void {
    const reason = { kind: "cancelled", by: "them" } as const;
    this.#refuse(reason, { status_code: 480 });
    if (!this.#session) this.end(reason);
  }

  hangUp(): void {
    if (this.ringsHere) this.decline();
    else if (this.state.phase === "connected" && !this.#options.isConnected()) this.#hangUpLater();
    else if (this.#tookOverNothing) this.end(this.#outcome.unheard);
    else this.#session?.terminate();
  }

  /** It was not asked yet to go on with us, or did not agree: there is nothing to end but what we show. */
  get #tookOverNothing(): boolean {
    return this.#options.takeOver !== undefined && (this.#session?.isEnded() ?? true);
  }

  setMuted(muted: boolean): void {
    if (this.state.phase !== "connected") return;
    if (muted) this.#session?.mute({ audio: true });
    else this.#session?.unmute({ audio: true });
  }

  setHeld(held: boolean): void {
    const isHeld = this.#session?.isOnHold().local;
    if (this.state.phase === "connected" && held !== isHeld) this.#reOffer?.setHeld(held);
  }

  transfer(target: string): void {
    const to = dialTarget(target);
    if (this.state.phase === "connected") this.#transferring?.begin({ to, address: to });
  }

  transferTo(other: Call): void {
    if (!(other instanceof SipCall) || other.state.phase !== "connected") return;
    if (this.state.phase === "connected" && other.#transferring)
      this.#transferring?.join(other.#transferring);
  }

  async sendDtmf(key: string): Promise<boolean> {
    const tone = keyIn(key);
    const { dtmf, isConnected } = this.#options;
    if (tone === undefined || !this.#session || this.state.phase !== "connected") return false;
    if (dtmf === "rtp") return this.#facade.sendTone(tone);
    return isConnected() && sendInfoTone(this.#session, tone);
  }

  /** Another telephone takes the other side's place in `session`, once that is up. */
  giveWayTo(session: Session): void {
    session.on("accepted", () => this.#outcome.endsFor({ kind: "replaced" }));
    // As when our answer was never acknowledged.
    session.on("ended", () => this.#outcome.endsFor(undefined));
  }

  endFor(purpose: EndReason): void {
    this.#outcome.endsFor(purpose);
    this.hangUp();
  }

  #follow(session: Session, reOffer: ReOffer): void {
    session.on("progress", (event: Progress) => {
      if (this.direction === "outgoing") this.#ringing(isEarly(event));
    });
    session.on("accepted", () => this.connected(heldIn(session)));
    session.on("confirmed", () => {
      this.#facade.confirm();
      reOffer.confirm();
    });
    session.on("hold", () => this.connected(heldIn(session)));
    session.on("unhold", () => this.connected(heldIn(session)));
    session.on("muted", () => this.noteMuted(true));
    session.on("unmuted", () => this.noteMuted(false));
    session.on("ended", (event) => {
      // Unlike `failed`, of a call that was answered, be it over before our document has taken the answer.
      if (!this.#outcome.isMediaFailure) this.wasAnswered();
      this.#ended(event);
    });
    session.on("failed", (event) => {
      if (this.#options.takeOver) this.#takeOverFailed(event);
      else this.#ended(event);
    });
  }

  /** What is heard once stays: a 180 may follow a 183. */
  #ringing(early: boolean): void {
    const before = this.state.phase === "ringing" ? this.state : undefined;
    if (before && (before.early || !early)) return;
    this.move({
      phase: "ringing",
      since: before?.since ?? Date.now(),
      ...(early && { early }),
    });
  }

  #failMedia(error: MediaError): void {
    this.#outcome.failMedia(error);
    // Said to the network as "temporarily unavailable": another phone of the agent may still take it.
    const status = { status_code: error.code === "media" ? 488 : 480 };
    this.#session?.terminate(this.direction === "incoming" ? status : {});
  }

  /** No BYE can be sent now. Said later, it still frees the other side, which JsSIP would leave talking. */
  #hangUpLater(): void {
    this.#reOffer?.stop();
    this.#facade.close();
    this.end(this.#outcome.unheard);
    this.#options.onceConnected(() => {
      this.#way.follow(this.#session);
      this.#session?.terminate();
    });
  }

  /** The call is still up at the other side, unless that says it is not: the agent has to know. */
  #takeOverFailed(event: EndEvent): void {
    const { originator, status = 408 } = sessionEnd(event, false);
    this.#reOffer?.stop();
    if (originator === "local") this.#ended(event);
    else if (isOver(status)) this.end({ kind: "interrupted" });
    else this.noteSoundRefused(status);
  }

  #ended(event: EndEvent): void {
    this.#reOffer?.stop();
    const reason = this.#outcome.reason(event, {
      wasConnected: this.state.phase === "connected",
      decided: this.#decision.reason,
      goingTo: this.#transferring?.going,
    });
    this.#transferring?.stop();
    this.end(reason);
  }
}
