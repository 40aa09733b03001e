import type { Stop } from "../../base/emitter.ts";

export interface WakeOptions {
  /** @defaultValue the global object, which hears `online` in documents and workers */
  readonly scope?: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  /** @defaultValue Date.now */
  readonly clock?: () => number;
  /** Milliseconds between two looks at the clock. @defaultValue 2000 */
  readonly every?: number;
}

/** So many milliseconds late means that the computer slept. */
const asleep = 5_000;

/** Tells when the computer woke up, or the network came back: whatever was connected then is to be doubted. */
export function onWake(act: () => void, options: WakeOptions = {}): Stop {
  const { scope = globalThis, clock = Date.now, every = 2_000 } = options;
  let last = clock();
  const look = () => {
    const now = clock();
    const late = now - last - every;
    last = now;
    if (late > asleep) act();
  };
  const timer = setInterval(look, every);
  scope.addEventListener("online", act);
  return () => {
    clearInterval(timer);
    scope.removeEventListener("online", act);
  };
}
