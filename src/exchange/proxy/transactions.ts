import { branchOf } from "../sip/address.ts";
import {
  cseqOf,
  required,
  type SipMessage,
  type SipRequest,
  type SipResponse,
} from "../sip/message.ts";
import type { Branch } from "./branch.ts";
import type { Connection } from "./connection.ts";
import { Fork, type ForkOptions } from "./fork.ts";

type Patience = { readonly invite: number; readonly other: number };

/** Every request that is under way, found again by its retransmissions and its responses. */
export class Transactions {
  readonly #forks = new Map<string, Fork>();
  readonly #branches = new Map<string, { readonly fork: Fork; readonly branch: Branch }>();
  readonly #lingering = new Set<ReturnType<typeof setTimeout>>();
  readonly #patience: Patience;
  readonly #linger: number;

  /** @param linger - Milliseconds for which latecomers to a settled transaction are still known. */
  constructor(patience: Patience, linger: number) {
    this.#patience = patience;
    this.#linger = linger;
  }

  get size(): number {
    return this.#forks.size;
  }

  /** The transaction which this request repeats, cancels or acknowledges. */
  find(request: SipRequest): Fork | undefined {
    return this.#forks.get(keyOf(request));
  }

  begin(request: SipRequest, branches: readonly Branch[], respond: ForkOptions["respond"]): void {
    const patience = request.method === "INVITE" ? this.#patience.invite : this.#patience.other;
    const fork: Fork = new Fork(request, branches, {
      respond,
      patience,
      settled: () => this.#forgetLater(fork),
    });
    this.#forks.set(keyOf(request), fork);
    for (const branch of branches) this.#branches.set(branch.id, { fork, branch });
    fork.start();
  }

  /** Gives a response to the branch that waits for it; only the asked one may answer. */
  hear(response: SipResponse, connection: Connection): boolean {
    const found = this.#branches.get(branchOf(required(response, "via")));
    if (!found?.branch.isBehind(connection)) return false;
    if (cseqOf(response).method !== "CANCEL") found.fork.hear(found.branch, response);
    return true;
  }

  close(): void {
    for (const fork of this.#forks.values()) fork.close();
    for (const timer of this.#lingering) clearTimeout(timer);
    this.#forks.clear();
    this.#branches.clear();
  }

  #forgetLater(fork: Fork): void {
    const timer = setTimeout(() => {
      this.#lingering.delete(timer);
      // A request that was sent elsewhere is under way once more.
      const key = keyOf(fork.request);
      if (this.#forks.get(key) === fork) this.#forks.delete(key);
      for (const branch of fork.branches) this.#branches.delete(branch.id);
    }, this.#linger);
    this.#lingering.add(timer);
  }
}

/** `ACK` and `CANCEL` belong to the `INVITE` whose branch they carry. */
function keyOf(message: SipMessage & { readonly kind: "request" }): string {
  const { method } = message;
  const own = method === "ACK" || method === "CANCEL" ? "INVITE" : method;
  return `${branchOf(required(message, "via"))}|${required(message, "call-id")}|${own}`;
}
