import type { Account, Phone } from "../telephony/phone.ts";
import type { ListDesk } from "./calling-list/list-desk.ts";
import type { CallBook } from "./call-book.ts";
import type { Presence } from "./presence.ts";
import { sameAccount } from "./same-account.ts";
import type { Turn } from "./turn.ts";
import type { CarriedWishes } from "./wishes/carried-wishes.ts";

export interface AgentOptions {
  readonly phone: Phone;
  readonly book: CallBook;
  readonly lists: Pick<ListDesk, "belongTo">;
  readonly org: string;
  readonly turn: Turn | undefined;
  readonly presence: Pick<Presence, "reset">;
  readonly wishes: CarriedWishes;
}

/** Who uses the line: signs in and out, and sees to it that the calls in the journal are theirs. */
export class Agent {
  readonly #options: AgentOptions;
  #account: Account | undefined;

  constructor(options: AgentOptions) {
    this.#options = options;
  }

  /** `agent@example.com`, while somebody is signed in. */
  get identity(): string | undefined {
    return this.#account && `${this.#account.user}@${this.#account.domain}`;
  }

  /** Every page load signs in again; only another account, or a line that failed, makes a difference. */
  signIn(account: Account): void {
    const { phone } = this.#options;
    const { phase } = phone.registration;
    const same = this.#account && sameAccount(this.#account, account);
    const stuck = phase === "failed" || phase === "signedOut";
    if (!same || (stuck && phone.calls.length === 0)) void this.#register(account);
  }

  /** With `loggedOut`, what is left to do waits in the journal: whoever comes next may be somebody else. */
  signOut({ loggedOut = false } = {}): Promise<void> {
    this.#account = undefined;
    this.#options.wishes.leave();
    const known = this.#options.phone.signOut();
    if (loggedOut) this.#options.book.belongTo(undefined);
    if (loggedOut) void this.#options.lists.belongTo(undefined);
    return known;
  }

  /** Waits for its turn, then registers; what the journal still has of this agent's calls comes back. */
  async #register(account: Account): Promise<void> {
    const { book, lists, org, turn, wishes } = this.#options;
    const before = this.identity;
    this.#account = account;
    const owner = `${org} ${this.identity ?? ""}`;
    book.belongTo(owner);
    void lists.belongTo(owner);
    if (turn && !turn.isOurs) await turn.take();
    const goOn = await wishes.recall(owner);
    if (this.#account !== account) return; // signed out meanwhile, or in as another
    this.#enter(account, before);
    goOn();
    await book.recover();
  }

  /** A phone forgets with each sign-in who is not to be disturbed: it may be somebody else. */
  #enter(account: Account, before: string | undefined): void {
    const { phone, presence } = this.#options;
    const isSame = before === this.identity;
    const isUndisturbed = phone.doNotDisturb && isSame;
    // Whoever signs out has left nothing; others come because a password was refused.
    if (!isSame && before !== undefined) presence.reset();
    phone.signIn(account);
    if (isUndisturbed) phone.setDoNotDisturb(true);
  }
}
