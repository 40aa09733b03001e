/** What a tab hands from one page to the next. */
export type PageMemory = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Whether the browser, a policy or the agent lets this page store nothing: as a rule, in a frame of another site. */
export function refusesStorage(page: Window): boolean {
  try {
    return !page.sessionStorage; // the getter itself throws
  } catch {
    return true;
  }
}

/** The tab's memory; where nothing may be stored, one that ends with the page. */
export function pageMemory(page: Window): PageMemory {
  return refusesStorage(page) ? forgetful(page) : page.sessionStorage;
}

/** What all tabs of the browser share; where nothing may be stored, a memory that ends with the page. */
export function browserMemory(page: Window): PageMemory {
  return refusesStorage(page) ? forgetful(page) : page.localStorage;
}

const kept = new WeakMap<Window, Map<string, string>>();

function forgetful(page: Window): PageMemory {
  const items = kept.get(page) ?? new Map<string, string>();
  kept.set(page, items);
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
