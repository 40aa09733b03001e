import type { BrowserContext } from "playwright-core";

/** Notes, over all tabs of an agent, what Salesforce is asked to open, and which pages the agent gets to see. */
export class PopWatch {
  readonly #asked: string[] = [];
  readonly #shown: string[] = [];

  static async on(agent: BrowserContext): Promise<PopWatch> {
    const watch = new PopWatch();
    await agent.exposeFunction("testNoteAsked", (text: string) => watch.#asked.push(text));
    await agent.exposeFunction("testNoteShown", (path: string) => watch.#shown.push(path));
    await agent.addInitScript(watchPops);
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
}

/** Runs in each frame. */
function watchPops() {
  if (window.parent !== window) return;
  const { testNoteAsked, testNoteShown } = window as unknown as Record<
    "testNoteAsked" | "testNoteShown",
    ((text: string) => unknown) | undefined
  >;
  const [entry] = performance.getEntriesByType("navigation");
  // Loaded anew it is the same page still.
  if ((entry as PerformanceNavigationTiming | undefined)?.type === "navigate")
    testNoteShown?.(location.pathname);
  window.addEventListener("message", ({ data }) => {
    const text = typeof data === "string" ? decodeURIComponent(data) : "";
    if (/\b(screenPop|openPrimaryTab)_/.test(text)) testNoteAsked?.(text);
  });
}
