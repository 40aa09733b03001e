import { logFor } from "../base/log.ts";
import type { LineOptions } from "./line-options.ts";

const log = logFor("line");

/** Settles when a view's Web Lock is released: it is gone, however it went. Never, where there are no locks. */
export async function whenGone(
  { id }: { readonly id: string },
  whenReleased: LineOptions["whenReleased"],
): Promise<void> {
  const never = new Promise<void>(() => undefined);
  if (!whenReleased) return never;
  try {
    await whenReleased(`switchhook-view-${id}`);
  } catch {
    log.warn("No locks here: a view that crashes goes unnoticed");
    return never;
  }
}
