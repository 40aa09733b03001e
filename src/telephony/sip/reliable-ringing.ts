import type { Stop } from "../../base/emitter.ts";
import { schedule } from "../../base/schedule.ts";
import type { Session } from "./session.ts";

/** Milliseconds until it is said again (T1 of RFC 3261), doubled each time; and until the caller counts as gone. */
const [again, patience] = [500, 32_000];

interface Ringing {
  /** Answers the INVITE. */
  readonly reply: (status: number, phrase: string | null, headers: readonly string[]) => void;
  /** The INVITE's number in its dialog. */
  readonly number: number;
}

/** Rings for a caller who has to know that it was heard: says so again and again until PRACK comes (RFC 3262). */
export class ReliableRinging {
  readonly #session: Session;
  readonly #ringing: Ringing;
  /** Of the last that was said; the first one is any. */
  #sequence = 1 + Math.floor(Math.random() * 1_000_000);
  #stopTimer: Stop = () => undefined;

  constructor(session: Session, ringing: Ringing) {
    this.#session = session;
    this.#ringing = ringing;
    const receive = session.receiveRequest.bind(session);
    session.receiveRequest = (request) => {
      if (request.method === "PRACK") this.#acknowledged(request);
      else receive(request);
    };
  }

  say(status: number): void {
    this.#sequence += 1;
    this.#repeat(status, again);
  }

  /** It was acknowledged, or the call is answered or over. */
  stop(): void {
    this.#stopTimer();
  }

  #repeat(status: number, pause: number): void {
    const headers = ["Require: 100rel", `RSeq: ${this.#sequence}`];
    this.#ringing.reply(status, null, [`Contact: ${this.#session._contact}`, ...headers]);
    this.#stopTimer = schedule(
      () => (pause * 2 < patience ? this.#repeat(status, pause * 2) : this.#giveUp()),
      pause,
    );
  }

  #acknowledged(prack: Parameters<Session["receiveRequest"]>[0]): void {
    const said = `${this.#sequence} ${this.#ringing.number} INVITE`;
    const isOurs = prack.getHeader("RAck")?.trim().replace(/\s+/g, " ") === said;
    prack.reply(isOurs ? 200 : 481);
    if (isOurs) this.stop();
  }

  /** Nobody hears us. */
  #giveUp(): void {
    if (this.#session.isEnded()) return;
    this.#ringing.reply(504, null, []);
    this.#session._failed("local", null, "Connection Error");
  }
}
