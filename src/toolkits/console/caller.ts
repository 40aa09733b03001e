import type { Stop } from "../../base/emitter.ts";
import { ToolkitError } from "../toolkit-error.ts";
import type { Answer } from "./answer.ts";
import { answerOf, done } from "./answer.ts";
import type { Arguments } from "./argument.ts";
import { callback, carried } from "./argument.ts";
import type { ConsoleLink } from "./console-link.ts";
import { FanOut } from "./fan-out.ts";
import type { VendorConsole, VendorRoot } from "./vendor.ts";

/** How one listener hears an event. */
export interface Hearing<Event> {
  readonly decode: (answer: Answer) => Event;
  readonly listener: (event: Event) => void;
  /** For events that the script tells apart otherwise than by its arguments. */
  readonly key?: string;
  /** For what is documented as an event, but answered once. */
  readonly once?: boolean;
}

/** Calls one module of `sforce.console`: arguments cleaned, answers awaited, listeners fanned out. */
export class Caller<Vendor extends object> {
  readonly #link: ConsoleLink;
  readonly #pick: (console: VendorConsole) => Vendor | undefined;

  constructor(link: ConsoleLink, pick: (console: VendorConsole) => Vendor | undefined) {
    this.#link = link;
    this.#pick = pick;
  }

  /** For methods that only report whether the console did as asked. */
  do<Name extends keyof Vendor & string>(
    method: Name,
    args: Arguments<Vendor[Name]>,
  ): Promise<void> {
    return this.call(method, args, done);
  }

  /** For methods that bring something: `read` it once the console has said that all went well. */
  get<Name extends keyof Vendor & string, Value>(
    method: Name,
    args: Arguments<Vendor[Name]>,
    read: (answer: Answer) => Value,
  ): Promise<Value> {
    return this.call(method, args, (answer) => {
      done(answer);
      return read(answer);
    });
  }

  /** For methods whose answer says by other means whether all went well. */
  async call<Name extends keyof Vendor & string, Value>(
    method: Name,
    args: Arguments<Vendor[Name]>,
    read: (answer: Answer) => Value,
  ): Promise<Value> {
    return read(answerOf(method, await this.heard(method, args)));
  }

  /** For methods whose answer says nothing but that it came. */
  heard<Name extends keyof Vendor & string>(
    method: Name,
    args: Arguments<Vendor[Name]>,
  ): Promise<unknown> {
    return this.#link.ask(method, (reply) => void this.#send(method, args, reply));
  }

  /**
   * For methods that take no callback. Returns what the vendor returned.
   *
   * @throws `ToolkitError` with code `unavailable` when the vendor could not be told.
   */
  tell<Name extends keyof Vendor & string>(
    method: Name,
    args: Arguments<Vendor[Name]>,
    handler?: (event: unknown) => void,
  ): unknown {
    return attempt(method, () => this.#send(method, args, handler));
  }

  /** For methods that answer at once and need no host. */
  now(method: keyof Vendor & string): unknown {
    return attempt(method, () => this.#apply(method, []));
  }

  /**
   * For events: gives the vendor one handler per method and arguments, whoever listens how often.
   * What a listener throws, and an event that `decode` rejects, goes to the link's `report`.
   *
   * @throws `ToolkitError`: `unavailable` when the vendor could not be told, `refused` when it would not listen;
   * nothing is registered then.
   */
  listen<Name extends keyof Vendor & string, Event>(
    method: Name,
    args: Arguments<Vendor[Name]>,
    { decode, listener, key = keyOf(args), once = false }: Hearing<Event>,
  ): Stop {
    const registered = this.registered(method);
    const known = registered.get(key);
    const before = once ? () => void registered.delete(key) : undefined;
    const fanOut = known ?? new FanOut({ method, report: this.#link.report, before });
    const stop = fanOut.add({ listener, hear: (answer) => listener(decode(answer)) });
    if (known) return stop;
    if (this.tell(method, args, fanOut.handler) === false) {
      throw new ToolkitError("refused", { method, reason: "the page has another listener" });
    }
    registered.set(key, fanOut);
    return stop;
  }

  /** What the vendor listens for already on behalf of this method, by {@link keyOf} its arguments. */
  registered(method: keyof Vendor & string): Map<string, FanOut> {
    const { registered } = this.#link;
    const found = registered.get(method) ?? new Map<string, FanOut>();
    registered.set(method, found);
    return found;
  }

  #send(method: keyof Vendor & string, args: readonly unknown[], reply?: unknown): unknown {
    const problem = this.#link.guard();
    if (problem !== undefined) throw new Error(problem);
    return this.#apply(method, args, reply);
  }

  #apply(method: keyof Vendor & string, args: readonly unknown[], reply?: unknown): unknown {
    const console = this.#link.vendor();
    const vendor = console && this.#pick(console);
    const call: unknown = vendor?.[method];
    if (typeof call !== "function") {
      throw new Error("integration.js has not loaded, or its version lacks this method");
    }
    const list = args.map((value) => (value === callback ? reply : carried(value)));
    return Reflect.apply(call, vendor, list) as unknown;
  }
}

/** The {@link Caller} for the methods that `sforce.console` itself has. */
export function rootCaller(link: ConsoleLink): Caller<VendorRoot> {
  return new Caller(link, (console) => console);
}

function attempt<Value>(method: string, act: () => Value): Value {
  try {
    return act();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ToolkitError("unavailable", { method, reason, cause });
  }
}

/** Tells apart what a method is made to listen for. */
export function keyOf(args: readonly unknown[]): string {
  return JSON.stringify(args);
}
