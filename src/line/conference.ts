import type { Call } from "../telephony/call.ts";
import type { MediaRouter } from "./media-router.ts";

export interface ConferenceOptions {
  readonly media: MediaRouter;
  readonly changed: () => void;
}

/** Whose voices are mixed. The document that carries them does it: here is only known who belongs to it. */
export class Conference {
  readonly #options: ConferenceOptions;
  readonly #members = new Map<string, Call>();

  constructor(options: ConferenceOptions) {
    this.#options = options;
    // The next page mixes anew.
    options.media.on("moved", ({ call }) => {
      if (this.has(call)) this.#tell(call);
    });
  }

  has(call: string): boolean {
    return this.#members.has(call);
  }

  /** Every call in it, the one that came first first. */
  get calls(): readonly Call[] {
    return [...this.#members.values()];
  }

  join(call: Call): void {
    if (this.has(call.id)) return;
    this.#members.set(call.id, call);
    this.#tellAll();
  }

  /** A conference of one is none. */
  leave(call: string): void {
    if (!this.has(call)) return;
    if (this.#members.size <= 2) this.end();
    else {
      this.#tellAll([...this.#members.keys()].filter((id) => id !== call));
      this.#members.delete(call);
      this.#options.changed();
    }
  }

  end(): void {
    this.#tellAll([]);
    this.#members.clear();
    this.#options.changed();
  }

  #tellAll(calls: readonly string[] = [...this.#members.keys()]): void {
    for (const id of this.#members.keys()) this.#tell(id, calls);
  }

  #tell(call: string, calls: readonly string[] = [...this.#members.keys()]): void {
    this.#options.media.current(call)?.tell({ order: "mix", calls });
  }
}
