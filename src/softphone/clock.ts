import { signal, type ReadonlySignal } from "@preact/signals";

/** The time in milliseconds since 1970, moving on each second for as long as somebody watches it. */
export function makeClock(read: () => number = Date.now): ReadonlySignal<number> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const now = signal(read(), {
    watched() {
      now.value = read();
      timer = setInterval(() => (now.value = read()), 1000);
    },
    unwatched() {
      clearInterval(timer);
    },
  });
  return now;
}
