import { logFor } from "../base/log.ts";

const log = logFor("line/turn");
const name = "switchhook-line";

/** What the lines of several releases say to each other. */
type Word =
  /** Somebody waits for the phone. */
  | { readonly says: "wanted"; readonly version: number }
  /** The agent wants the phone in another tab, with whatever goes on in it. */
  | { readonly says: "asked"; readonly version: number }
  /** The phone is in use here. */
  | { readonly says: "held"; readonly version: number };

/** Who has the phone: a line of another release, or of the `same` in another tab. */
type Other = "older" | "newer" | "same";

/** The line's side of taking turns. */
export interface TurnTaker {
  /** Whether the phone can be given away without harm. */
  readonly isIdle: () => boolean;
  /** Signs out and leaves everything to the journal. */
  readonly yield: () => Promise<void>;
  /** Leaves the phone to another line of this release, calls and all; absent where calls cannot be taken over. */
  readonly handOver?: (() => void) | undefined;
  readonly changed: () => void;
}

export interface TurnOptions {
  /** Which of two lines is the newer one. */
  readonly version: number;
  /** Lines of one org take turns; those of another do not concern them. @defaultValue none */
  readonly org?: string;
  readonly locks: Pick<LockManager, "request">;
  /** Reaches the other lines, not ourselves. @defaultValue a `BroadcastChannel` */
  readonly channel?: Pick<BroadcastChannel, "postMessage" | "addEventListener">;
}

/**
 * Lets one line at a time have the phone: whoever holds the lock is registered. A line of a newer release that waits
 * for it gets it as soon as the older one is idle; an older one gets it when the newer one is gone.
 */
export class Turn {
  readonly #options: TurnOptions;
  readonly #channel: Pick<BroadcastChannel, "postMessage" | "addEventListener">;
  #taker: TurnTaker | undefined;
  #taking: Promise<void> | undefined;
  #release: (() => void) | undefined;
  #other: Other | undefined;
  #wanted = false;
  #yielding = false;

  constructor(options: TurnOptions) {
    this.#options = options;
    this.#channel = options.channel ?? new BroadcastChannel(this.#name);
    this.#channel.addEventListener("message", ({ data }) => this.#hear(data as Word)); // ours on both ends
  }

  /** Not from the moment on at which we begin to give it away: who signs in then has to wait. */
  get isOurs(): boolean {
    return this.#release !== undefined && !this.#yielding;
  }

  /** Who has the phone, while we do not. */
  get other(): Other | undefined {
    return this.isOurs ? undefined : this.#other;
  }

  follow(taker: TurnTaker): void {
    this.#taker = taker;
  }

  /** Settles when the phone is ours. Where there are no locks, it always is. */
  take(): Promise<void> {
    this.#taking ??= this.#request().finally(() => (this.#taking = undefined));
    this.#say("wanted");
    return this.#taking;
  }

  /** The agent wants the phone here, and we wait for it already. */
  ask(): void {
    if (!this.isOurs) this.#say("asked");
  }

  /** A line of that release waits, of which the channel does not tell. */
  wantedBy(version: number): void {
    if (this.isOurs) this.#hearWish({ says: "wanted", version });
  }

  /** Something changed in the line: perhaps it is idle now, and somebody waits. */
  look(): void {
    if (!this.#wanted || this.#yielding || !this.isOurs || !this.#taker?.isIdle()) return;
    void this.#giveAway(this.#taker);
  }

  async #giveAway(taker: TurnTaker): Promise<void> {
    this.#yielding = true;
    this.#other = "newer";
    log.info("a newer release takes over");
    await taker.yield();
    this.#release?.();
    this.#release = undefined;
    this.#wanted = this.#yielding = false;
    taker.changed();
  }

  #request(): Promise<void> {
    return new Promise((resolve) => {
      const hold = () =>
        new Promise<void>((release) => {
          this.#release = release;
          this.#other = undefined;
          resolve();
        });
      this.#options.locks.request(this.#name, hold).catch(() => {
        log.warn("No locks here: another release goes unnoticed");
        this.#release = () => undefined;
        resolve();
      });
    });
  }

  #hear({ says, version }: Word): void {
    if (this.isOurs) this.#hearWish({ says, version });
    else if (says === "held") {
      this.#other = relationOf(version, this.#options.version);
      this.#taker?.changed();
    }
  }

  #hearWish({ says, version }: Word): void {
    const { version: own } = this.#options;
    if (says === "wanted") {
      this.#say("held");
      this.#wanted ||= version > own;
      this.look();
    } else if (says === "asked" && version === own) this.#taker?.handOver?.();
  }

  #say(says: Word["says"]): void {
    const word: Word = { says, version: this.#options.version };
    this.#channel.postMessage(word);
  }

  get #name(): string {
    return this.#options.org ? `${name} ${this.#options.org}` : name;
  }
}

function relationOf(version: number, own: number): Other {
  if (version === own) return "same";
  return version < own ? "older" : "newer";
}
