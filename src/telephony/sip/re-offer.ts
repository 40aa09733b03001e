import { logFor } from "../../base/log.ts";
import type { FacadePeerConnection } from "./facade-peer-connection.ts";
import type { Session } from "./session.ts";

const log = logFor("telephony/sip");

export interface ReOfferOptions {
  readonly session: Session;
  readonly facade: FacadePeerConnection;
  /** Whether requests reach the server, and a document is there to make the offer. */
  readonly canSend: () => boolean;
  /** The other side refused; more offers follow, up to a few. */
  readonly onRefused: (status: number) => void;
  /** The other side agreed: the way to it is the right one. */
  readonly onDone: () => void;
  /** No answer came from the other side itself. Says whether there is another way to it, which is tried at once. */
  readonly otherWay: () => boolean;
  /** The other side refused to be held, or resumed; it stays as it was. */
  readonly onHoldRefused: (status: number) => void;
}

/** Milliseconds until another look when JsSIP is busy with another offer. */
const busyPause = 40;
/** Milliseconds after the first failure; doubled with each, and some chance on top. */
const firstPause = 300;
const longestPause = 8_000;
/** How many refusals in a row are taken for the other side's last word. */
const mostRefusals = 4;

/**
 * Sends in-dialog re-INVITEs until the document that is to carry the audio does, and the other side knows whether
 * it is on hold.
 *
 * JsSIP's own `renegotiate`, `hold` and `unhold` end the call when such an offer fails; here the call stays and is
 * offered again.
 */
export class ReOffer {
  readonly #options: ReOfferOptions;
  #running = false;
  #confirmed = false;
  #stopped = false;
  #refusals = 0;
  /** The other side knows us by a connection that is gone. */
  #stale = false;
  #interrupt: ((outcome: Outcome) => void) | undefined;
  /** How often hold was changed, and the last change that the other side has agreed to. */
  #wish = 0;
  #agreed = 0;

  constructor(options: ReOfferOptions) {
    this.#options = options;
  }

  /** The dialog is complete (ACK seen or sent): only now may it be offered anew. */
  confirm(): void {
    this.#confirmed = true;
    this.look();
  }

  /** Looks whether an offer is needed and possible, and makes it. To be called whenever that may have changed. */
  look(): void {
    if (this.#running || !this.#due()) return;
    this.#running = true;
    void this.#run().finally(() => {
      this.#running = false;
      this.look();
    });
  }

  /** Another document is to carry the audio: what was refused to the last one may be agreed to now. */
  startOver(): void {
    this.#refusals = 0;
    this.look();
  }

  /**
   * The line came back on another connection: an offer tells the other side's proxy where we are now. Until then
   * requests of the other side, such as its BYE, go to a connection that is no more.
   */
  refresh(): void {
    this.#stale ||= this.#confirmed;
    this.look();
  }

  /** Holds the other side, or takes it back: JsSIP writes into each offer which of both it is. */
  setHeld(held: boolean): void {
    this.mark(held);
    this.#wish += 1;
    this.look();
  }

  /** Each offer from now on says so; none is made for it. */
  mark(held: boolean): void {
    const { session, facade } = this.#options;
    session._localHold = held;
    facade.held = held;
    if (held) session._onhold("local");
    else session._onunhold("local");
  }

  /** There is another way to the other side. */
  tryAgain(): void {
    this.interrupt();
    this.refresh();
  }

  /** The pending offer will never be answered. */
  interrupt(): void {
    this.#interrupt?.("lost");
  }

  stop(): void {
    this.#stopped = true;
    this.#interrupt?.("lost");
  }

  async #run(): Promise<void> {
    let pause = firstPause;
    while (this.#due()) {
      const outcome = this.#options.session.isReadyToReOffer() ? await this.#attempt() : "busy";
      if (outcome === "busy") await sleep(busyPause);
      else if (outcome !== "done" || this.#due()) {
        await sleep(pause * (1 + Math.random()));
        pause = Math.min(pause * 2, longestPause);
      }
    }
  }

  #due(): boolean {
    const { facade, canSend } = this.#options;
    if (this.#stopped || !this.#confirmed || this.#refusals >= mostRefusals) return false;
    return (this.#stale || !facade.current || this.#wish !== this.#agreed) && canSend();
  }

  #attempt(): Promise<Outcome> {
    const attempt = { wish: this.#wish, wasCurrent: this.#options.facade.current };
    return new Promise<Outcome>((resolve) => {
      this.#interrupt = resolve;
      this.#options.session._sendReinvite({
        eventHandlers: {
          succeeded: () => resolve("done"),
          failed: (response) => resolve(response?.status_code ?? "lost"),
        },
      });
    }).then((outcome) => this.#note(outcome, attempt));
  }

  #note(outcome: Outcome, { wish, wasCurrent }: Attempt): Outcome {
    this.#interrupt = undefined;
    if (outcome === "done") {
      this.#refusals = 0;
      this.#stale = false;
      this.#agreed = wish;
      this.#options.onDone();
    } else if (!this.#stopped) {
      log.warn(`re-INVITE: ${outcome}`);
      const isAside = isUnreached(outcome) && this.#options.otherWay();
      // 491 is about timing; anything else may be meant.
      if (typeof outcome === "number" && outcome !== 491 && !isAside)
        this.#refusedFor(outcome, wasCurrent);
      // What carried the sound before goes on with it: only an offer of something new came to nothing.
      if (!wasCurrent) this.#options.facade.markBroken();
    }
    return outcome;
  }

  #refusedFor(status: number, wasCurrent: boolean): void {
    const isAboutHold = wasCurrent && !this.#stale && this.#wish !== this.#agreed;
    if (isAboutHold) this.#takeBack(status);
    else this.#refused(status);
  }

  /** All stays as the other side knows it. */
  #takeBack(status: number): void {
    // Each wish is the opposite of the one before.
    if ((this.#wish - this.#agreed) % 2 === 1) this.mark(!this.#options.session._localHold);
    this.#agreed = this.#wish;
    this.#options.onHoldRefused(status);
  }

  #refused(status: number): void {
    this.#refusals += 1;
    this.#options.onRefused(status);
  }
}

interface Attempt {
  readonly wish: number;
  /** The document that is to carry the audio did so already. */
  readonly wasCurrent: boolean;
}

/** `lost`: no answer came. A number: the status that refused. */
type Outcome = "done" | "busy" | "lost" | number;

/** Said by servers on the way, or by nobody. */
const isUnreached = (outcome: Outcome) =>
  outcome === "lost" || outcome === 404 || outcome === 477 || `${outcome}`.startsWith("5");

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
