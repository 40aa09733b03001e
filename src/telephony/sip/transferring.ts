import type { Transfer } from "../call.ts";
import { PhoneError } from "../phone.ts";
import type { ReferSubscriber, ReplacedSession, Session } from "./session.ts";

export interface TransferringOptions {
  /** The other side, as the agent knows it. */
  readonly name: string;
  readonly changed: (transfer: Transfer) => void;
  /** The other side has reached whom it was sent to: our part is over. */
  readonly succeeded: (to: string) => void;
}

/** To whom the other side is sent. */
export interface TransferTarget {
  /** As the agent knows them. */
  readonly to: string;
  /** A number or a SIP address. */
  readonly address: string;
  /** The call with them that the other side is to take over. */
  readonly replaces?: Session;
}

/** Milliseconds without any news until a transfer counts as failed; longer while it rings. */
const patience = { asked: 40_000, ringing: 180_000 };

/** Sends the other side of a call to somebody else (REFER), and follows how it fares (RFC 3515). */
export class Transferring {
  readonly #session: Session;
  readonly #options: TransferringOptions;
  #to: string | undefined;
  /** The call whose other side is to take our place. */
  #arriving: Transferring | undefined;
  /** The call whose other side ours is to be connected with. */
  #joined: Transferring | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, options: TransferringOptions) {
    this.#session = session;
    this.#options = options;
  }

  /** With whom the other side is about to be connected, by this call or by another; mostly with nobody. */
  get going(): string | undefined {
    const other = this.#arriving;
    const isArriving = other !== undefined && other.#to !== undefined;
    return this.#to ?? (isArriving ? other.#options.name : undefined);
  }

  /** Begins to connect the other sides of two calls. */
  join(other: Transferring): void {
    const address = other.#session.remote_identity.uri.toString();
    if (this.#to !== undefined) return;
    this.begin({ to: other.#options.name, address, replaces: other.#session });
    other.#arriving = this;
    this.#joined = other;
  }

  /**
   * Begins a transfer, unless one is under way.
   *
   * @throws `PhoneError` with code `badNumber` when the address is none.
   */
  begin({ to, address, replaces }: TransferTarget): void {
    if (this.#to !== undefined) return;
    this.#joined = undefined;
    const subscriber = this.#refer(address, replaces && replacedBy(replaces));
    if (!subscriber) return;
    this.#to = to;
    this.#become({ phase: "asked", to });
    this.#follow(subscriber, to);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#to = undefined;
  }

  #refer(address: string, replaces: ReplacedSession | undefined): ReferSubscriber | false {
    try {
      return this.#session.refer(address, replaces ? { replaces } : {});
    } catch (cause) {
      throw new PhoneError("badNumber", "Nothing in the text can be called", { cause });
    }
  }

  #follow(subscriber: ReferSubscriber, to: string): void {
    const fail = (status?: number) => this.#fail(to, status);
    subscriber.on("requestFailed", ({ response }) => fail(response?.status_code));
    subscriber.on("failed", ({ status_line }) => fail(status_line.status_code));
    subscriber.on("progress", () => {
      if (this.#to === to) this.#become({ phase: "ringing", to });
    });
    subscriber.on("accepted", () => {
      this.#succeed(to);
    });
  }

  #succeed(to: string): void {
    const joined = this.#joined;
    this.stop();
    this.#options.succeeded(to);
    if (joined) joined.#options.succeeded(this.#options.name);
  }

  #fail(to: string, status?: number): void {
    if (this.#to !== to) return;
    this.stop();
    this.#options.changed({ phase: "failed", to, ...(status !== undefined && { status }) });
  }

  #become(transfer: Transfer & { phase: "asked" | "ringing" }): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail(transfer.to), patience[transfer.phase]);
    this.#options.changed(transfer);
  }
}

/**
 * The call with somebody as they would name it to themselves.
 *
 * JsSIP takes the tags as they stand in the INVITE, which is right only for a call that we made.
 */
function replacedBy(session: Session): ReplacedSession {
  const { _request, _from_tag, _to_tag, direction } = session;
  // An enumeration of JsSIP's, of which only the texts exist when it runs.
  return (direction as string) === "outgoing"
    ? { _request, _to_tag, _from_tag }
    : { _request, _to_tag: _from_tag, _from_tag: _to_tag };
}
