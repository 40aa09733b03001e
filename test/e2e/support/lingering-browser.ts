import type { Browser } from "playwright-core";
import { launchBrowser, type Machine } from "./browser.ts";

/** Milliseconds that a browser nobody uses is kept for the next test. */
const patience = 1_500;

let last: { readonly key: string; readonly browser: Browser; users: number } | undefined;
let end: ReturnType<typeof setTimeout> | undefined;

/**
 * A browser for one test after the other, as starting one takes longer than many a test: each has profiles of its own
 * in it. It is another one for another machine, and when the last one is gone.
 */
export async function borrowBrowser(machine: Machine): Promise<Browser> {
  clearTimeout(end);
  const key = JSON.stringify(machine);
  if (last?.key !== key || !last.browser.isConnected()) {
    if (last?.users === 0) await last.browser.close();
    last = { key, browser: await launchBrowser(machine), users: 0 };
  }
  last.users += 1;
  return last.browser;
}

/** The borrower has closed its profiles. */
export async function giveBack(browser: Browser): Promise<void> {
  if (browser !== last?.browser) return browser.close(); // another machine's test runs meanwhile
  last.users -= 1;
  if (last.users === 0) end = setTimeout(() => void browser.close(), patience);
}
