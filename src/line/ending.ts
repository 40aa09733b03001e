import type { Agent } from "./agent.ts";
import type { CallBook } from "./call-book.ts";
import type { CompleteOptions } from "./line-options.ts";
import { Linger } from "./linger.ts";
import type { Views } from "./views.ts";

export interface EndingParts {
  readonly options: CompleteOptions;
  readonly agent: Agent;
  readonly book: CallBook;
  readonly views: Views;
  readonly endCalls: () => void;
}

/** Ends the line: when nobody looks at it any more, or when a newer release asks for the phone. */
export class Ending {
  /** Milliseconds a running call goes on without any view. */
  keepCallFor: number;
  readonly #parts: EndingParts;
  readonly #linger: Linger;

  constructor(parts: EndingParts) {
    const { phone, schedule, lingerIdle, lingerInCall } = parts.options;
    this.#parts = parts;
    this.keepCallFor = lingerInCall;
    this.#linger = new Linger({
      inCall: () => this.keepCallFor,
      idle: lingerIdle,
      schedule,
      hasCalls: () => phone.calls.length > 0,
      endCalls: parts.endCalls,
      close: () => void this.#close(),
    });
  }

  /** A view came. */
  cancel(): void {
    this.#linger.cancel();
  }

  /** A view is gone, or a call began or ended. */
  look(): void {
    if (this.#nobodyLooks()) this.#linger.start();
  }

  /** Makes room for a newer release. It finds in the journal what is left to do. */
  async yield(): Promise<void> {
    await this.#parts.agent.signOut();
    await this.#parts.book.close();
  }

  #nobodyLooks(): boolean {
    return this.#parts.views.all.length === 0;
  }

  async #close(): Promise<void> {
    const { agent, book, options } = this.#parts;
    await agent.signOut();
    if (!this.#nobodyLooks()) return;
    await book.close();
    // A view that came meanwhile makes a new start.
    if (this.#nobodyLooks()) options.onClosed?.();
  }
}
