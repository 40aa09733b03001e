import { logFor } from "../../base/log.ts";

const log = logFor("host/classic");

/** Does what an older script may lack: that must not keep the rest from working. */
export function attempt(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    log.warn(error instanceof Error ? error.message : "a registration failed");
  }
}
