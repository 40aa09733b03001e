import { copyResponse, type SipRequest, type SipResponse } from "../sip/message.ts";
import { replyTo } from "../sip/reply.ts";
import type { Branch } from "./branch.ts";

/** How a {@link Fork} reaches the one who asked. */
export type ForkOptions = {
  respond(response: SipResponse): void;
  /** Called once, when the last word has been said upstream. */
  settled(): void;
  /** Milliseconds until somebody who never answers is given up. */
  readonly patience: number;
};

/** One request on its way to several places at once, and the one answer that comes back (RFC 3261 16). */
export class Fork {
  readonly request: SipRequest;
  readonly branches: readonly Branch[];
  readonly #options: ForkOptions;
  readonly #timer: ReturnType<typeof setTimeout>;
  #last: SipResponse | undefined;
  #settled = false;

  constructor(request: SipRequest, branches: readonly Branch[], options: ForkOptions) {
    this.request = request;
    this.branches = branches;
    this.#options = options;
    this.#timer = setTimeout(() => this.#giveUp(), options.patience);
  }

  start(): void {
    for (const branch of this.branches) {
      if (!branch.forward()) this.#finish(branch, replyTo(branch.request, 480));
    }
  }

  /** Takes a response of one of the branches. */
  hear(branch: Branch, response: SipResponse): void {
    if (response.status === 100) return;
    if (response.status >= 200) this.#finish(branch, response);
    else if (!this.#settled) this.#respond(response);
  }

  /** The caller has thought better of it. */
  cancel(reason?: string): void {
    for (const branch of this.branches) branch.cancel(reason);
  }

  /** Says again what was said last, to a request that came twice. */
  repeat(): void {
    if (this.#last) this.#options.respond(copyResponse(this.#last));
  }

  /** Stops waiting, and says nothing more. */
  close(): void {
    this.#settled = true;
    clearTimeout(this.#timer);
  }

  #finish(branch: Branch, response: SipResponse): void {
    if (response.status >= 300 && this.request.method === "INVITE") branch.acknowledge(response);
    if (branch.final) return;
    branch.final = response;
    if (response.status < 300) this.#succeed(response);
    else this.#refuse(response);
  }

  /** Every success goes upstream, even a second one: only the caller can end what was answered. */
  #succeed(response: SipResponse): void {
    this.#respond(response);
    this.cancel('SIP;cause=200;text="Call completed elsewhere"');
    this.#settle();
  }

  #refuse(response: SipResponse): void {
    if (response.status >= 600) this.cancel();
    if (this.#settled) return;
    const finals = this.branches.flatMap((branch) => branch.final ?? []);
    if (finals.length < this.branches.length) return;
    const [best = response] = finals.sort((one, other) => rank(one.status) - rank(other.status));
    this.#respond(best);
    this.#settle();
  }

  #giveUp(): void {
    this.cancel();
    for (const branch of this.branches) {
      if (!branch.final) this.#finish(branch, replyTo(branch.request, 408));
    }
  }

  #respond(response: SipResponse): void {
    const upstream = copyResponse(response);
    upstream.headers.pop("via");
    this.#last = upstream;
    this.#options.respond(copyResponse(upstream));
  }

  #settle(): void {
    if (this.#settled) return;
    this.close();
    this.#options.settled();
  }
}

/** Which refusal tells the caller most (RFC 3261 16.7): the lowest rank wins. */
function rank(status: number): number {
  if (status >= 600) return 0;
  if (status === 401 || status === 407) return 1;
  if (status === 486) return 2;
  return status >= 500 ? 4 : 3;
}
