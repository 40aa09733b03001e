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
  const { id, direction, remote, state, muted = false, dialog, invitation } = entry;
  const known = { id, direction, remote };
  if (state.phase === "connected" && dialog) {
    const held =
      isHeld(entry) || laterThan(entry, past).some((other) => hasFloorOver(other, entry));
    return { ...known, since: state.since, muted, held, dialog };
  }
  return state.phase === "ringing" && invitation ? { ...known, invitation } : undefined;
}

/** Two calls are talked in only in a conference: else the later one was, and it was not yet known of the other. */
function hasFloorOver(one: JournalEntry, other: JournalEntry): boolean {
  const together = one.inConference && other.inConference;
  return one.state.phase === "connected" && !isHeld(one) && !together;
}

/** @param past - In the order of time. */
function laterThan(entry: JournalEntry, past: readonly JournalEntry[]): readonly JournalEntry[] {
  return past.slice(past.indexOf(entry) + 1);
}

function isHeld({ state }: JournalEntry): boolean {
  return state.phase === "connected" && (state.heldBy === "us" || state.heldBy === "both");
}
