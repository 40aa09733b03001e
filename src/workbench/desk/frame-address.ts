/** What the softphone's address is made of, beside what is new on each page. */
export interface FrameAddress {
  readonly adapterUrl: string;
  /** The version that the stand-ins are to play, when a scenario wants another than usual. */
  readonly toolkitVersion: string | undefined;
}

/**
 * Keeps for the next page what the softphone's address is made of: there its frame is made before any bundle is loaded.
 * Answers whether this page's frame was made of something else, so that the page has to load again.
 */
export function keepFrameAddress({ adapterUrl, toolkitVersion }: FrameAddress): boolean {
  const adapterBefore = keep("workbench.adapterUrl", adapterUrl);
  const versionBefore = keep("workbench.toolkitVersion", toolkitVersion);
  // Without one kept, the frame was made from the configuration itself.
  const moved = adapterBefore !== undefined && adapterBefore !== adapterUrl;
  return moved || versionBefore !== toolkitVersion;
}

function keep(name: string, value: string | undefined): string | undefined {
  const before = sessionStorage.getItem(name) ?? undefined;
  if (value === undefined) sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, value);
  return before;
}
