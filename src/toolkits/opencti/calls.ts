import { Emitter, type Stop } from "../../base/emitter.ts";
import { makeAsk, type Ask } from "../ask.ts";
import { ToolkitError } from "../toolkit-error.ts";
import type { Loaded, VendorCallback } from "./vendor.ts";

/** How the classes of this toolkit deal with Salesforce. */
export interface OpenCtiOptions {
  /**
   * Milliseconds to wait for each answer. Salesforce's script itself waits for ever.
   *
   * @defaultValue 10,000
   */
  readonly timeout?: number;
  /**
   * API version of the script that was loaded, such as `66`. It decides the order of `screenPop`'s arguments.
   *
   * @defaultValue a version after 27
   */
  readonly apiVersion?: number;
  /**
   * Hears what no caller can hear: an error thrown by a listener, or an event that could not be read
   * (a `ToolkitError`).
   *
   * @defaultValue `reportError`, which makes it an uncaught error of the page
   */
  readonly report?: (error: unknown) => void;
}

/** Makes the calls to one vendor object, and fans its events out. */
export class Calls<Vendor> {
  readonly #vendor: Loaded<Vendor>;
  readonly #ask: Ask;
  readonly #report: (error: unknown) => void;

  constructor(vendor: Loaded<Vendor> | undefined, { timeout, report }: OpenCtiOptions = {}) {
    this.#vendor = vendor ?? {};
    this.#ask = makeAsk(timeout);
    this.#report = report ?? ((error) => reportError(error));
  }

  /** Makes a call that is answered. */
  async ask<Name extends keyof Vendor & string>(
    method: Name,
    send: (vendor: Pick<Vendor, Name>, done: VendorCallback) => void,
  ): Promise<unknown> {
    const vendor = this.#having(method);
    return this.#ask(method, (done) => send(vendor, done));
  }

  /** Makes a call that nobody answers. */
  tell<Name extends keyof Vendor & string>(
    method: Name,
    send: (vendor: Pick<Vendor, Name>) => void,
  ): void {
    const vendor = this.#having(method);
    try {
      send(vendor);
    } catch (cause) {
      const reason = "Salesforce's script threw while being called";
      throw new ToolkitError("unavailable", { method, reason, cause });
    }
  }

  /**
   * Hears an event of the vendor's. The vendor cannot be told to stop, so it is told once per page to start.
   *
   * @param hear - Gets each raw event. What it throws is reported, and never reaches the vendor's script,
   *   which would swallow it and leave out the other listeners.
   */
  listen<Name extends keyof Vendor & string>(
    method: Name,
    register: (vendor: Pick<Vendor, Name>, callback: VendorCallback) => void,
    hear: (event: unknown) => void,
  ): Stop {
    const { emitter, registered } = eventsOf(this.#vendor);
    if (!registered.has(method)) {
      this.tell(method, (vendor) => register(vendor, (event) => emitter.emit(method, event)));
      registered.add(method);
    }
    let stopped = false;
    const stop = emitter.on(method, (event) => {
      try {
        // One listener may have stopped another.
        if (!stopped) hear(event);
      } catch (error) {
        this.#report(error);
      }
    });
    return () => {
      stopped = true;
      stop();
    };
  }

  #having<Name extends keyof Vendor & string>(method: Name): Pick<Vendor, Name> {
    if (typeof this.#vendor[method] !== "function") {
      const reason = "the loaded script does not have this method; a newer API version may";
      throw new ToolkitError("unavailable", { method, reason });
    }
    // The one method that the caller is going to use has just been seen.
    return this.#vendor as Pick<Vendor, Name>;
  }
}

interface VendorEvents {
  readonly emitter: Emitter<Record<string, unknown>>;
  readonly registered: Set<string>;
}

// Per vendor object and not per instance: two wrappers of one script must not register twice either.
const known = new WeakMap<object, VendorEvents>();

function eventsOf(vendor: object): VendorEvents {
  const events = known.get(vendor) ?? { emitter: new Emitter(), registered: new Set() };
  known.set(vendor, events);
  return events;
}
