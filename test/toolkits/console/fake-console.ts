import type { Callback, VendorConsole } from "../../../src/toolkits/console/vendor.ts";
import facts from "../../fixtures/console-toolkit.json";

/** Stands for the vendor's callback in the arguments that {@link FakeConsole} took. */
export const callback = "(callback)";

/** What a method was called with, each function replaced by {@link callback}. */
export interface Taken {
  readonly method: string;
  readonly args: readonly unknown[];
}

/**
 * Plays `sforce.console` with every method of the fixture, answers as it is told, and has the script's own traps: what would
 * freeze or throw there throws here, and so does any argument that the wire's encoding cannot carry.
 */
export class FakeConsole {
  readonly taken: Taken[] = [];
  /** What a callback is called with; silence when absent. */
  reply: { readonly value: unknown } | undefined;
  /** What methods return. */
  returns: unknown;
  readonly #handlers: { readonly method: string; readonly handler: Callback }[] = [];
  readonly vendor: VendorConsole;

  constructor() {
    const root: Record<string, unknown> = { cti: {}, chat: {}, presence: {}, helper: {} };
    for (const { name } of facts.methods) {
      const [method = "", module] = name.split(".").reverse();
      const place = module === undefined ? root : (root[module] as Record<string, unknown>);
      place[method] = (...args: unknown[]) => this.#take(name, args);
    }
    // Made from the list of names, which the compiler does not read; the contract suite compares the two.
    this.vendor = root as unknown as VendorConsole;
  }

  /** Calls every handler that a method was given, as the script does: an error of one keeps the next from hearing. */
  fire(method: string, event: unknown): void {
    for (const entry of [...this.#handlers]) if (entry.method === method) entry.handler(event);
  }

  #take(method: string, args: readonly unknown[]): unknown {
    this.#spring(method, args);
    for (const arg of args) carry(arg);
    this.taken.push({
      method,
      args: args.map((arg) => (typeof arg === "function" ? callback : arg)),
    });
    const given = args.find((arg) => typeof arg === "function") as Callback | undefined;
    if (given) this.#handlers.push({ method, handler: given });
    if (given && this.reply) given(this.reply.value);
    return this.returns;
  }

  #spring(method: string, args: readonly unknown[]): void {
    const added = (name: string) => this.taken.some((taken) => taken.method === name);
    if (method === "cti.onCallEnd" && args.length > 1) throw new Error("the tab is frozen");
    if (method === "removeEventListener" && !added("addEventListener")) {
      throw new TypeError("Cannot read properties of undefined");
    }
    if (method === "presence.declineAgentWork" && typeof args[1] !== "string") {
      throw new Error("the reason would be sent as something else");
    }
  }
}

/** Throws for what the wire carries as something else than was meant. */
function carry(value: unknown): void {
  if (typeof value === "string") encodeURIComponent(value);
  else if (Array.isArray(value)) value.forEach(carryText);
  else if (typeof value === "object" && value !== null) Object.values(value).forEach(carry);
  else if (!["boolean", "undefined", "function"].includes(typeof value)) {
    throw new TypeError(`${String(value)} would travel as text that nobody meant`);
  }
}

function carryText(value: unknown): void {
  if (typeof value !== "string") throw new TypeError("a list carries only texts");
  encodeURIComponent(value);
}
