import { logFor } from "../base/log.ts";
import type { CompleteOptions, LineOptions } from "./line-options.ts";

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

/** Milliseconds in which a view that lives has asked for its lock. */
const birth = 5_000;

/** Settles when a view has crashed before it could ask for its Web Lock: nothing else tells. Never for one that has. */
export function whenStillborn(
  { id }: { readonly id: string },
  { isLocked, schedule }: Pick<CompleteOptions, "isLocked" | "schedule">,
): Promise<void> {
  return new Promise((resolve) => {
    if (!isLocked) return;
    const look = async () => {
      if (!(await isLocked(`switchhook-view-${id}`))) resolve();
    };
    // Where locks are refused, nobody knows.
    schedule(() => void look().catch(() => undefined), birth);
  });
}
