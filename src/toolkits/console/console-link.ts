import type { Ask } from "../ask.ts";
import { makeAsk } from "../ask.ts";
import type { FanOut } from "./fan-out.ts";
import type { VendorConsole } from "./vendor.ts";
import { windowConsole } from "./window-console.ts";

/**
 * Says why Salesforce cannot be called from this page (no origin, no nonce), or undefined when it can.
 * Every call then rejects with `unavailable` and these words, and the script is left alone.
 */
export type Guard = () => string | undefined;

/** What may differ from page to page, and in tests. */
export interface ConsoleLinkOptions {
  /** How long to wait for an answer, in milliseconds. 10,000 unless given. */
  readonly timeout?: number;
  /** Where `sforce.console` is; the page's own unless given. Asked at every call, for the script may load late. */
  readonly vendor?: () => VendorConsole | undefined;
  /** Hears what a listener threw, and of events that could not be decoded. `reportError` unless given. */
  readonly report?: (error: unknown) => void;
}

/**
 * The way to `sforce.console` that every chapter shares. Make one per page: it knows which listeners the script already has.
 *
 * @example
 * ```ts
 * const link = new ConsoleLink(() => (connected ? undefined : "Salesforce has not been found yet"));
 * const cti = new Cti(link);
 * ```
 */
export class ConsoleLink {
  /**
   * Looked at before every call: without origin and nonce in the page's address the script throws, so it is not called.
   *
   * @internal
   */
  readonly guard: Guard;
  /** @internal */
  readonly ask: Ask;
  /** @internal */
  readonly vendor: () => VendorConsole | undefined;
  /** @internal */
  readonly report: (error: unknown) => void;
  /**
   * What the vendor's script is listening for already, by method, then by arguments.
   *
   * @internal
   */
  readonly registered = new Map<string, Map<string, FanOut>>();

  constructor(guard: Guard, { timeout, vendor, report }: ConsoleLinkOptions = {}) {
    this.guard = guard;
    this.ask = makeAsk(timeout);
    this.vendor = vendor ?? windowConsole;
    this.report = report ?? ((error) => reportError(error));
  }
}
