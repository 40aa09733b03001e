import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext } from "playwright-core";

/**
 * Notes, over all tabs of an agent, what Salesforce is asked to open, and which pages the agent gets to see. Pages tell
 * it by beacons: a tab that is closed while it opens a record has been asked, and no other word of it would arrive.
 */
export class PopWatch {
  readonly #asked: string[] = [];
  readonly #shown: string[] = [];
  readonly #server: Server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    this.#note(searchParams.get("asked"), searchParams.get("shown"));
    response.writeHead(204).end();
  });

  static async on(agent: BrowserContext): Promise<PopWatch> {
    const watch = new PopWatch();
    const port = await watch.#listen();
    await agent.addInitScript(watchPops, `http://127.0.0.1:${port}`);
    return watch;
  }

  /** How often Salesforce was asked to open a record. */
  asked(id: string): number {
    return this.#asked.filter((text) => text.includes(`/${id.slice(0, 15)}`)).length;
  }

  /** How often a tab was brought to the page of a record. */
  shown(id: string): number {
    return this.#shown.filter((path) => path.startsWith(`/${id.slice(0, 15)}`)).length;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #note(asked: string | null, shown: string | null): void {
    if (asked !== null) this.#asked.push(asked);
    if (shown !== null) this.#shown.push(shown);
  }

  #listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, "127.0.0.1", () =>
        resolve((this.#server.address() as AddressInfo).port),
      );
    });
  }
}

/** Runs in each frame, as text: it names no function of its own, which a compiler would mark by a helper it adds. */
function watchPops(watch: string) {
  if (window.parent !== window) return;
  const [entry] = performance.getEntriesByType("navigation");
  // Loaded anew it is the same page still.
  if ((entry as PerformanceNavigationTiming | undefined)?.type === "navigate")
    navigator.sendBeacon(`${watch}/?shown=${encodeURIComponent(location.pathname)}`);
  window.addEventListener("message", ({ data }) => {
    const text = typeof data === "string" ? decodeURIComponent(data) : "";
    if (/\b(screenPop|openPrimaryTab)_/.test(text))
      navigator.sendBeacon(`${watch}/?asked=${encodeURIComponent(text)}`);
  });
}
