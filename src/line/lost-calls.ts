import type { Call } from "../telephony/call.ts";
import type { LostCall } from "../telephony/lost-call.ts";
import type { Phone } from "../telephony/phone.ts";
import type { JournalEntry } from "./journal/journal.ts";

export interface LostCallsOptions {
  readonly phone: Pick<Phone, "registration" | "takeOver">;
  /** When the line before this one went, in milliseconds since 1970; absent where nobody noted it. */
  readonly leftAt?: number | undefined;
  /** Milliseconds for which the other side is thought to wait in silence. */
  readonly patience: number;
}

/** Takes over the calls that a line which went with its page has left: they are still up at the other side. */
export class LostCalls {
  readonly #options: LostCallsOptions;
  #taking = false;

  constructor(options: LostCallsOptions) {
    this.#options = options;
  }

  /** A call is being taken over: it is not a new one. */
  get taking(): boolean {
    return this.#taking;
  }

  /** When a call's sound was lost. */
  lostAt({ seenAt }: JournalEntry): number {
    return Math.max(seenAt, this.#options.leftAt ?? 0);
  }

  /** The call an entry tells of, as far as it can be gone on with. */
  takeOver(entry: JournalEntry): Call | undefined {
    const { phone, patience } = this.#options;
    const lost = lostCall(entry);
    if (!lost || Date.now() - this.lostAt(entry) > patience) return undefined;
    if (phone.registration.phase === "signedOut") return undefined;
    this.#taking = true;
    try {
      return phone.takeOver(lost);
    } finally {
      this.#taking = false;
    }
  }
}

function lostCall(entry: JournalEntry): LostCall | undefined {
  const { id, direction, remote, state, muted = false, dialog, invitation } = entry;
  const known = { id, direction, remote };
  if (state.phase === "connected" && dialog) return { ...known, since: state.since, muted, dialog };
  return state.phase === "ringing" && invitation ? { ...known, invitation } : undefined;
}
