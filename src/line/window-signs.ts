import type { Stop } from "../base/emitter.ts";
import { protocolVersion } from "./protocol.ts";
import { pageMemory, refusesStorage, type PageMemory } from "../base/page-memory.ts";

// Where the line lives in the phone's own window, pages have to find it: by its name, which the page before them left,
// or by the sign that the window gives to every page it can see.

// Each release has signs of its own: a window of another could not be talked to.
const sign = `switchhook: the phone's window of release ${protocolVersion} is here`;
const hint = "switchhook-window";

/** Milliseconds between two signs. */
const pause = 1_000;

/** Lets every page that the window can see know that the line is here. */
export function giveSigns(window: Window, pages: () => readonly Window[]): Stop {
  const give = () => {
    for (const page of pages()) page.postMessage(`${sign} ${window.name}`, window.location.origin);
  };
  give();
  const timer = setInterval(give, pause);
  return () => clearInterval(timer);
}

/** Hears the signs of the phone's own window. */
export function onSign(
  page: Window,
  listener: (found: { readonly home: Window; readonly name: string }) => void,
): Stop {
  const hear = ({ data, origin, source }: MessageEvent<unknown>) => {
    if (origin !== page.location.origin || typeof data !== "string" || !data.startsWith(sign))
      return;
    // Only windows send here; workers have ports of their own.
    if (source) listener({ home: source as Window, name: data.slice(sign.length + 1) });
  };
  page.addEventListener("message", hear);
  return () => page.removeEventListener("message", hear);
}

/** The name by which this page, or the one before it, knows the phone's window. */
export const windowHint = {
  get: (memory: PageMemory): string | undefined => memory.getItem(hint) ?? undefined,
  set: (memory: PageMemory, name: string): void => memory.setItem(hint, name),
  clear: (memory: PageMemory): void => memory.removeItem(hint),
};

/** Milliseconds in which a window that was there gives a sign. */
const patience = 1_500;

/**
 * Finds the phone's own window again, if the page before this one had it.
 *
 * It is looked up by name only then: where no window has the name, some browsers open a blank one, which is closed at
 * once.
 */
export async function findWindow(page: Window): Promise<Window | undefined> {
  const memory = pageMemory(page);
  const name = windowHint.get(memory);
  // Where nothing is kept from page to page, each waits for the window's sign.
  if (name === undefined) return refusesStorage(page) ? firstSign(page) : undefined;
  // While the agent clicks, a browser would take the lookup for a wish for a window.
  const isClicking = (page.navigator.userActivation as UserActivation | undefined)?.isActive;
  const found = (isClicking ? undefined : lookUp(page, name)) ?? (await firstSign(page));
  if (!found) windowHint.clear(memory);
  return found;
}

/** A window of ours by its name; a blank one that the browser opens in its place is closed at once. */
export function lookUp(page: Window, name: string): Window | undefined {
  const found = page.open("", name);
  if (!found) return undefined;
  if (isOurs(found, page)) return found;
  found.close();
  return undefined;
}

function isOurs(found: Window, page: Window): boolean {
  try {
    return found.location.origin === page.location.origin && found.location.href !== "about:blank";
  } catch {
    return false; // a page of another site
  }
}

function firstSign(page: Window): Promise<Window | undefined> {
  return new Promise((resolve) => {
    const stop = onSign(page, ({ home, name }) => {
      windowHint.set(pageMemory(page), name);
      end(home);
    });
    const timer = setTimeout(() => end(undefined), patience);
    const end = (home: Window | undefined) => {
      stop();
      clearTimeout(timer);
      resolve(home);
    };
  });
}
