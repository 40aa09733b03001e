import type { TerminateOptions } from "jssip/lib/RTCSession";
import type { EndReason } from "../call.ts";
import type { Session } from "./session.ts";

type AnswerOptions = Parameters<Session["answer"]>[0];

/** What the agent decided about a call that rings here. It waits for a session that can be told. */
export class Decision {
  /** Why it was refused. */
  reason: EndReason | undefined;
  #session: Session | undefined;
  #act: ((session: Session) => void) | undefined;

  carry(session: Session): void {
    this.#session = session;
    this.#act?.(session);
  }

  answer(options: AnswerOptions): void {
    if (!this.#act) this.#decide((session) => session.answer(options));
  }

  refuse(reason: EndReason, options: TerminateOptions): void {
    this.reason = reason;
    this.#decide((session) => session.terminate(options));
  }

  #decide(act: (session: Session) => void): void {
    this.#act = act;
    if (this.#session) act(this.#session);
  }
}
