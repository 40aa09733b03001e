import { type ReadonlySignal, signal } from "@preact/signals";
import type { WireEntry } from "../console/state.ts";
import { describeMessage } from "./formats.ts";

const most = 1000;

/** Every message that crossed, for a person to look at: the last thousand. */
export class WireLog {
  readonly #entries = signal<readonly WireEntry[]>([]);

  get entries(): ReadonlySignal<readonly WireEntry[]> {
    return this.#entries;
  }

  add(entry: Omit<WireEntry, "at" | "decoded">): void {
    const decoded = describeMessage(entry.raw);
    const full = { at: Date.now(), ...entry, ...(decoded === undefined ? {} : { decoded }) };
    this.#entries.value = [...this.#entries.peek().slice(1 - most), full];
  }
}
