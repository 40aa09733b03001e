import type { PageMemory } from "../base/page-memory.ts";
import type { Account, Phone } from "../telephony/phone.ts";
import type { ListDesk } from "./calling-list/list-desk.ts";
import type { CallBook } from "./call-book.ts";
import { sameAccount } from "./same-account.ts";
import type { Turn } from "./turn.ts";

export interface AgentOptions {
  readonly phone: Phone;
  readonly book: CallBook;
  readonly lists: Pick<ListDesk, "belongTo">;
  readonly org: string;
  readonly turn: Turn | undefined;
  readonly memory: PageMemory | undefined;
}

/** Who is not to be disturbed, for the next page of the tab. */
const undisturbed = "switchhook-undisturbed";

/** The phone of this tab is another tab's from now on, or nobody's: what was wanted here is over. */
export function forgetUndisturbed(memory: PageMemory | undefined): void {
  memory?.removeItem(undisturbed);
}

/** Who uses the line: signs in and out, and sees to it that the calls in the journal are theirs. */
export class Agent {
  readonly #options: AgentOptions;
  #account: Account | undefined;

  constructor(options: AgentOptions) {
    this.#options = options;
    const { memory, phone } = options;
    phone.on("surroundingsChanged", () => {
      // Before that, what the page before has left counts.
      if (phone.registration.phase === "signedOut") return;
      memory?.setItem(undisturbed, (phone.doNotDisturb ? this.identity : undefined) ?? "");
    });
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
    forgetUndisturbed(this.#options.memory);
    const known = this.#options.phone.signOut();
    if (loggedOut) this.#options.book.belongTo(undefined);
    if (loggedOut) void this.#options.lists.belongTo(undefined);
    return known;
  }

  /** Waits for its turn, then registers; what the journal still has of this agent's calls comes back. */
  async #register(account: Account): Promise<void> {
    const { phone, book, lists, org, turn, memory } = this.#options;
    this.#account = account;
    const owner = `${org} ${this.identity ?? ""}`;
    book.belongTo(owner);
    void lists.belongTo(owner);
    if (turn && !turn.isOurs) await turn.take();
    if (this.#account !== account) return; // signed out meanwhile, or in as another
    // Signing in forgets it, as it is another agent's.
    const wasUndisturbed = memory?.getItem(undisturbed) === this.identity;
    phone.signIn(account);
    if (wasUndisturbed) phone.setDoNotDisturb(true);
    await book.recover();
  }
}
