import type { Phone } from "../telephony/phone.ts";
import type { Journal } from "./journal/journal.ts";
import { MemoryJournal } from "./journal/memory-journal.ts";
import type { ListStore } from "./calling-list/list-store.ts";
import { schedule, type Schedule } from "../base/schedule.ts";
import { LateNumberKeeper } from "./kept/late-number-keeper.ts";
import type { LostCalls, LostCallsOptions } from "./lost-calls.ts";
import type { MediaRouter } from "./media-router.ts";
import type { LinePlace } from "./protocol.ts";
import type { Turn } from "./turn.ts";
import { noWishes, type WishStore } from "./wishes/wish-store.ts";

/** What a line is made of, and its times. */
export interface LineOptions {
  readonly phone: Phone;
  readonly media: MediaRouter;
  /** Told to the views. */
  readonly place?: LinePlace;
  /** Tells when a view's Web Lock is released; left out where there are no locks. */
  readonly whenReleased?: (lock: string) => Promise<void>;
  /** Whether a Web Lock is held or asked for; left out where there are no locks. */
  readonly isLocked?: (lock: string) => Promise<boolean>;
  /** Milliseconds a running call outlives the last view. @defaultValue 60000 */
  readonly lingerInCall?: number;
  /** Milliseconds an idle line outlives the last view. @defaultValue 10000 */
  readonly lingerIdle?: number;
  /** Milliseconds a number waits for the line to be ready. @defaultValue 20000 */
  readonly dialPatience?: number;
  /** @defaultValue timers */
  readonly schedule?: Schedule;
  /** Where calls are written down, to outlive this line. @defaultValue one that does not outlive it */
  readonly journal?: Journal;
  /** Where calling lists are written down. @defaultValue one that does not outlive the line */
  readonly lists?: () => Promise<ListStore>;
  /** Keeps recent calls and favourites. @defaultValue one that does not outlive this line */
  readonly numbers?: LateNumberKeeper;
  /** Milliseconds between two signs of life in the journal. @defaultValue 5000 */
  readonly heartbeat?: number;
  /**
   * The Web Lock that is held while the line lives, once it is held: its release is how views learn of a crash, and a
   * view that asked for it earlier would take the line for dead. @defaultValue none
   */
  readonly lifeLock?: Promise<string>;
  /**
   * The line lives in a page and goes with it: it takes over the calls that the one before it had.
   *
   * @defaultValue calls are not lost with a page
   */
  readonly lostCalls?: (options: Pick<LostCallsOptions, "phone" | "patience">) => LostCalls;
  /** Where what the agent wants is written down. @defaultValue it is gone with the line */
  readonly wishes?: WishStore;
  /** Which org the line is for. @defaultValue none */
  readonly org?: string;
  /** Keeps two releases of the softphone from registering at once. @defaultValue there is only this one */
  readonly turn?: Turn;
  /**
   * Leaves the phone, with its calls, to the line of another tab; for a line that goes with its page.
   *
   * @defaultValue another tab gets it when this one is gone
   */
  readonly handOver?: () => void;
  /** Called once the line has signed out because nobody looks at it any more. */
  readonly onClosed?: () => void;
}

/** With every default in its place. */
export type CompleteOptions = LineOptions & ReturnType<typeof defaults>;

/** Puts in what is left out. */
export function complete(options: LineOptions): CompleteOptions {
  return { ...defaults(), ...options };
}

function defaults() {
  // Typed by the port, so that what is given may take its place.
  const journal: Journal = new MemoryJournal();
  return {
    numbers: new LateNumberKeeper(),
    wishes: noWishes,
    ...{ journal, schedule, org: "", heartbeat: 5_000 },
    ...{ lingerInCall: 60_000, lingerIdle: 10_000, dialPatience: 20_000 },
  };
}
