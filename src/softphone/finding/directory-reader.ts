import { signal, type ReadonlySignal } from "@preact/signals";
import type { DirectoryEntry, Host } from "../../host/host.ts";
import { codeOf } from "../crm-model.ts";

/** No directory is as long; an answer that always promises another page must not be followed for ever. */
const mostPages = 50;

/** The company's directory, read page by page as far as it is needed. */
export class DirectoryReader {
  readonly #entries = signal<readonly DirectoryEntry[]>([]);
  #host: Host | undefined;
  #next = 0;
  #reading: Promise<void> | undefined;

  get entries(): ReadonlySignal<readonly DirectoryEntry[]> {
    return this.#entries;
  }

  /** Reads on until `enough` entries are there that `isMeant` is true of, or the directory ends. */
  async readUntil(host: Host, enough: number, isMeant: (entry: DirectoryEntry) => boolean) {
    if (host !== this.#host) {
      this.#host = host;
      this.#next = 0;
      this.#entries.value = [];
    }
    while (this.#next < mostPages && this.#entries.value.filter(isMeant).length < enough) {
      this.#reading ??= this.#read(host);
      await this.#reading;
    }
  }

  async #read(host: Host): Promise<void> {
    try {
      const { entries, more } = await host.directory(this.#next);
      this.#entries.value = [...this.#entries.value, ...entries];
      this.#next = more && entries.length > 0 ? this.#next + 1 : mostPages;
    } catch (error) {
      codeOf(error);
      this.#next = mostPages; // an older version has none
    } finally {
      this.#reading = undefined;
    }
  }
}
