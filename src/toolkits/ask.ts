import { DeadlineError, withDeadline } from "../base/deadline.ts";
import { ToolkitError } from "./toolkit-error.ts";

/** Makes one vendor call whose last argument is a callback. Settles exactly once: later answers are ignored. */
export type Ask = (
  method: string,
  send: (done: (reply: unknown) => void) => void,
) => Promise<unknown>;

/** How long a toolkit waits for an answer before it gives up, unless told otherwise. */
export const defaultTimeout = 10_000;

/**
 * An {@link Ask} that gives up after `timeout` milliseconds.
 *
 * Rejects with {@link ToolkitError}: `timeout` when nobody answered, `unavailable` when the vendor's script threw.
 */
export function makeAsk(timeout = defaultTimeout): Ask {
  return async (method, send) => {
    try {
      return await withDeadline(new Promise(send), timeout, `the answer to ${method}`);
    } catch (cause) {
      if (cause instanceof DeadlineError) {
        throw new ToolkitError("timeout", { method, reason: cause.message, cause });
      }
      throw new ToolkitError("unavailable", { method, reason: textOf(cause), cause });
    }
  };
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
