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
  takeOver(entry: JournalEntry, past: readonly JournalEntry[]): Call | undefined {
    const { phone, patience } = this.#options;
    const lost = lostCall(entry, past);
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

function lostCall(entry: JournalEntry, past: readonly JournalEntry[]): LostCall | undefined {
  const { id, direction, remote, state, muted = false, dialog, invitation, answerAfter } = entry;
  const known = { id, direction, remote };
  if (state.phase === "connected" && dialog) {
    return { ...known, since: state.since, muted, held: wasHeld(entry, past), dialog };
  }
  return state.phase === "ringing" && invitation
    ? { ...known, since: entry.startedAt, invitation, answerAfter }
    : undefined;
}

/**
 * A conference is held as a whole, or not at all: where it is noted of some of its calls only, the others were about
 * to be taken back. Of two other calls that are noted as talked in, it was the later one.
 */
function wasHeld(entry: JournalEntry, past: readonly JournalEntry[]): boolean {
  const members = past.filter(({ inConference, state }) => inConference && isUp(state));
  if (entry.inConference && members.length > 1) return members.every(isHeld);
  return isHeld(entry) || laterThan(entry, past).some((one) => isUp(one.state) && !isHeld(one));
}

const isUp = ({ phase }: JournalEntry["state"]) => phase === "connected";

/** @param past - In the order of time. */
function laterThan(entry: JournalEntry, past: readonly JournalEntry[]): readonly JournalEntry[] {
  return past.slice(past.indexOf(entry) + 1);
}

function isHeld({ state }: JournalEntry): boolean {
  return state.phase === "connected" && (state.heldBy === "us" || state.heldBy === "both");
}
