import type { KeptWishes, WishStore } from "./wish-store.ts";

// The phone's own window shares no memory with Salesforce's pages. So the page that is there tells its line what the
// agent wants, and keeps what the line says from then on: for the line of the next page, when the window is closed.

/** Lets a line in another window use a page's wishes through `port`. */
export async function serveWishes(store: WishStore, port: MessagePort): Promise<void> {
  const last = await store.last();
  port.addEventListener("message", ({ data }: MessageEvent<KeptWishes | undefined>) =>
    store.keep(data),
  );
  port.postMessage(last);
  port.start();
}

/** Wishes that whichever page is there keeps. */
export class RemoteWishes implements WishStore {
  #last: KeptWishes | undefined;
  /** Our line has them: no page knows better. */
  #isOurs = false;
  #port: MessagePort | undefined;
  #hasHeard: () => void = () => undefined;
  readonly #heard = new Promise<void>((resolve) => (this.#hasHeard = resolve));

  /** From now on this page keeps them. */
  use(port: MessagePort): void {
    this.#port = port;
    port.addEventListener("message", ({ data }: MessageEvent<KeptWishes | undefined>) => {
      if (!this.#isOurs) this.#last = data;
      this.#hasHeard();
    });
    port.start();
    if (this.#isOurs) port.postMessage(this.#last);
  }

  async last(): Promise<KeptWishes | undefined> {
    if (!this.#isOurs) await this.#heard;
    return this.#last;
  }

  keep(kept: KeptWishes | undefined): void {
    this.#last = kept;
    this.#isOurs = true;
    this.#port?.postMessage(kept);
  }
}
