import type { Browser } from "playwright-core";
import { launchBrowser, type Machine } from "./browser.ts";

/** Milliseconds that a browser nobody uses is kept for the next test. */
const patience = 1_500;

/** A browser that is borrowed by `users`, or lingers for the next one. */
interface Lent {
  readonly key: string;
  readonly launched: Promise<Browser>;
  users: number;
}

/** The one that the next borrower may get. */
let last: Lent | undefined;
let end: ReturnType<typeof setTimeout> | undefined;
const lent = new WeakMap<Browser, Lent>();

/**
 * A browser for one test after the other, as starting one takes longer than many a test: each has profiles of its own
 * in it. It is another one for another machine, and when the last one is gone.
 */
export async function borrowBrowser(machine: Machine): Promise<Browser> {
  clearTimeout(end);
  const key = JSON.stringify(machine);
  const former = last;
  const mine = former?.key === key ? former : { key, launched: launch(machine), users: 0 };
  mine.users += 1;
  last = mine;
  if (former && former !== mine && former.users === 0) await (await former.launched).close();
  const browser = await mine.launched;
  lent.set(browser, mine);
  return browser;
}

async function launch(machine: Machine): Promise<Browser> {
  const browser = await launchBrowser(machine);
  browser.once("disconnected", () => discard(browser));
  return browser;
}

/** Nobody is to get it any more: a profile is left in it. */
export function discard(browser: Browser): void {
  if (last && lent.get(browser) === last) last = undefined;
}

/** The borrower has closed its profiles. */
export async function giveBack(browser: Browser): Promise<void> {
  const mine = lent.get(browser);
  if (mine) mine.users -= 1;
  if (mine && mine.users > 0) return;
  // That of another machine's test does not linger.
  if (mine === last) end = setTimeout(() => void browser.close(), patience);
  else await browser.close();
}
