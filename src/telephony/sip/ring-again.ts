import type { Invitation } from "../invitation.ts";
import { hearAgain, watchCaller } from "./ring-on.ts";
import type { Session } from "./session.ts";
import type { SipCallOptions } from "./sip-call-options.ts";
import type { SipCall } from "./sip-call.ts";

export interface RingAgainOptions {
  /** The call that rings on; it is asked for once it is there. */
  readonly call: () => SipCall;
  /** Lets JsSIP hear a message as if it had come now. */
  readonly hear: (text: string) => void;
}

/** What the phones of one tab have in common, page after page. */
export interface Tab {
  /** What the server knows them by: what is still on its way to the one finds the next. */
  readonly name: string;
  /** Goes on ringing for a caller who rang at the one before. */
  readonly ringAgain: RingAgain;
}

/** Lets calls ring on that rang at the line of the page before. */
export class RingAgain {
  #take: ((session: Session) => void) | undefined;

  /** Whether this is the session of such a call. */
  takes(session: Session): boolean {
    const take = this.#take;
    this.#take = undefined;
    take?.(session);
    return take !== undefined;
  }

  /** What brings a call its session; done once, however often it is asked for. */
  of(invitation: Invitation, options: RingAgainOptions): SipCallOptions["ringOn"] {
    let isHeard = false;
    const hear = () => {
      if (!isHeard) this.#hear(invitation, options);
      isHeard = true;
    };
    return { invitation, hear };
  }

  #hear(invitation: Invitation, { call, hear }: RingAgainOptions): void {
    const taken: Session[] = [];
    this.#take = (session) => {
      taken.push(session);
      call().carry(session);
      watchCaller(session, () => call().miss());
    };
    hearAgain(invitation, hear);
    this.#take = undefined;
    // JsSIP did not take it for a call.
    if (taken.length === 0) call().miss();
  }
}
