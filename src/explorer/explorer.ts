import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import { catalog, type CatalogMethod } from "./catalog.ts";
import type { Texts } from "./fields.ts";
import type { Kits } from "./kits.ts";
import type { WireMessage } from "./wire.ts";

/** What became of a call. */
export type Outcome =
  | { readonly phase: "waiting" }
  | { readonly phase: "answered"; readonly value: unknown; readonly milliseconds: number }
  | { readonly phase: "failed"; readonly error: unknown; readonly milliseconds: number }
  | { readonly phase: "listening" | "stopped"; readonly heard: readonly unknown[] };

/** One call, and which of the wire's messages belong to its time. */
export interface Run {
  readonly outcome: Outcome;
  readonly wireFrom: number;
  /** Where the next call's messages begin; absent while this is the last. */
  readonly wireTo?: number;
}

/** What the explorer works with. */
export interface ExplorerParts {
  readonly kits: Kits;
  readonly wire: ReadonlySignal<readonly WireMessage[]>;
  /** Why Salesforce cannot be reached, if it cannot. */
  readonly problem: string | undefined;
}

/** The explorer: which methods are shown, what is filled in, what became of each call. */
export class Explorer {
  readonly filter = signal("");
  readonly selected = signal(catalog[0]);
  readonly problem: string | undefined;
  readonly wire: ReadonlySignal<readonly WireMessage[]>;
  readonly shown = computed(() => matching(this.filter.value));
  /** What a listener could not be told. */
  readonly trouble = signal("");
  readonly #kits: Kits;
  readonly #texts = signal<Readonly<Partial<Record<string, Texts>>>>({});
  readonly #runs = signal<Readonly<Partial<Record<string, Run>>>>({});
  readonly #stops = new Map<string, Stop>();

  constructor({ kits, wire, problem }: ExplorerParts) {
    this.#kits = kits;
    this.wire = wire;
    this.problem = problem;
  }

  /** What stands in the fields of a method, as far as somebody has changed it. */
  textsOf({ id }: CatalogMethod): Texts {
    return this.#texts.value[id] ?? {};
  }

  fillIn(method: CatalogMethod, name: string, text: string): void {
    const texts = { ...this.textsOf(method), [name]: text };
    this.#texts.value = { ...this.#texts.value, [method.id]: texts };
  }

  /** The last call of a method. */
  runOf({ id }: CatalogMethod): Run | undefined {
    return this.#runs.value[id];
  }

  /** The messages of a method's last call. */
  wireOf(method: CatalogMethod): readonly WireMessage[] {
    const run = this.runOf(method);
    return run === undefined ? [] : this.wire.value.slice(run.wireFrom, run.wireTo);
  }

  /** Calls a method, or begins to listen with it. Failure is an outcome like any other. */
  async start(method: CatalogMethod): Promise<void> {
    this.#begin(method);
    const began = performance.now();
    const milliseconds = () => Math.round(performance.now() - began);
    try {
      if (method.entry.kind === "listen") {
        this.#listen(method, method.entry);
        return;
      }
      const value = await method.entry.call(this.#kits, this.textsOf(method));
      this.#settle(method, { phase: "answered", value, milliseconds: milliseconds() });
    } catch (error) {
      this.#settle(method, { phase: "failed", error, milliseconds: milliseconds() });
    }
  }

  /** Ends listening. */
  stop(method: CatalogMethod): void {
    this.#stops.get(method.id)?.();
    this.#stops.delete(method.id);
    const outcome = this.runOf(method)?.outcome;
    if (outcome?.phase !== "listening") return;
    this.#settle(method, { ...outcome, phase: "stopped" });
  }

  #listen(method: CatalogMethod, entry: Extract<CatalogMethod["entry"], { kind: "listen" }>): void {
    this.#settle(method, { phase: "listening", heard: [] });
    const hear = (event: unknown) => {
      const outcome = this.runOf(method)?.outcome;
      if (outcome?.phase !== "listening") return;
      this.#settle(method, { ...outcome, heard: [...outcome.heard, event] });
    };
    this.#stops.set(method.id, entry.listen(this.#kits, this.textsOf(method), hear));
  }

  #begin(method: CatalogMethod): void {
    this.stop(method);
    const wireFrom = this.wire.peek().length;
    const others = Object.entries(this.#runs.value).map(([id, run]) => [
      id,
      run?.outcome.phase === "listening" ? run : { wireTo: wireFrom, ...run },
    ]);
    // Object.fromEntries forgets what its values are; each is a run that was there.
    const runs = Object.fromEntries(others) as Readonly<Record<string, Run>>;
    this.#runs.value = { ...runs, [method.id]: { outcome: { phase: "waiting" }, wireFrom } };
  }

  #settle(method: CatalogMethod, outcome: Outcome): void {
    const run = this.runOf(method);
    if (run) this.#runs.value = { ...this.#runs.value, [method.id]: { ...run, outcome } };
  }
}

function matching(filter: string): readonly CatalogMethod[] {
  const words = filter.toLowerCase().split(/\s+/);
  return catalog.filter(({ path, chapter, kit, summary }) => {
    const text = `${kit} ${chapter} ${path} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
