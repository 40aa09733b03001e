import type { Stop } from "../../base/emitter.ts";
import { ToolkitError } from "../toolkit-error.ts";
import type { Arguments } from "./argument.ts";
import { asText, callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { keyOf, rootCaller } from "./caller.ts";
import type { EventOf } from "./console-event.ts";
import { decoderOf } from "./console-event.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorListenerParams, VendorRoot } from "./vendor.ts";

type Registering = Arguments<VendorRoot["addEventListener"]>;

/**
 * Hears the console's own events and those that its components fire at each other, and fires some.
 *
 * Anything that runs in the console can fire any custom event: treat what comes as untrusted, and prefix your own names.
 */
export class Events {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Calls `listener` at each event of a name: one of `ConsoleEvent`, a name of your own, or that of a keyboard shortcut.
   * Since API 25.0 for custom events, 30.0 for the console's own.
   *
   * The script is told once for each name (and tab); further listeners are kept here, and may come and go.
   *
   * @param params - With `tabId`, `ConsoleEvent.CLOSE_TAB` is heard of that tab only.
   * @returns Stops this listener.
   * @throws `ToolkitError`: `unavailable` when the console cannot be told, `refused` for an empty name, which the script ignores.
   * @example
   * ```ts
   * const stop = events.addEventListener(ConsoleEvent.CLOSE_TAB, ({ id }) => forget(id));
   * ```
   */
  addEventListener<Name extends string>(
    eventType: Name,
    listener: (event: EventOf<Name>) => void,
    params?: VendorListenerParams,
  ): Stop {
    requireName("addEventListener", eventType);
    return this.#console.listen("addEventListener", [eventType, callback, params], {
      decode: decoderOf(eventType),
      listener,
    });
  }

  /**
   * Lets a listener go that `addEventListener` was given. Since API 25.0. Calling what `addEventListener` returned does as much.
   *
   * When it was the last for its name, the script forgets the event too. (57.0 alone throws when nothing was ever added, and
   * never tells the console. What `addEventListener` returned leaves the script as it is, so that coming and going costs nothing.)
   *
   * @param params - As given to `addEventListener`.
   * @throws `ToolkitError` with code `unavailable` when the script is missing by now, or throws.
   * @example
   * ```ts
   * events.removeEventListener("ACME:dial", dial);
   * ```
   */
  removeEventListener<Name extends string>(
    eventType: Name,
    listener: (event: EventOf<Name>) => void,
    params?: VendorListenerParams,
  ): void {
    const args: Registering = [eventType, callback, params];
    const registered = this.#console.registered("addEventListener");
    const fanOut = registered.get(keyOf(args));
    if (!fanOut?.forget(listener)) return;
    registered.delete(keyOf(args));
    this.#console.tell("removeEventListener", args, fanOut.handler);
  }

  /**
   * Fires an event of a name of your own at every page of the console that listens for it. Since API 25.0.
   * Not established: whether the page that fires hears it too.
   *
   * @param message - Only text travels; an object is sent as JSON text, where the script would send `[object Object]`.
   * @returns Rejects with `ToolkitError`: `unavailable` also when the object has no JSON form, `refused` for an empty name.
   * @example
   * ```ts
   * await events.fireEvent("ACME:callStarted", { callId: "call-1" });
   * ```
   */
  async fireEvent(eventType: string, message: string | object): Promise<void> {
    requireName("fireEvent", eventType);
    await this.#console.do("fireEvent", [eventType, asText(message), callback]);
  }
}

function requireName(method: string, eventType: string): void {
  if (eventType !== "") return;
  throw new ToolkitError("refused", { method, reason: "an event needs a name" });
}
