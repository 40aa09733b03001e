import { effect, type ReadonlySignal } from "@preact/signals";
import { withDeadline } from "../base/deadline.ts";

/** Waits until `told` is true; says whether it was within `milliseconds`. */
export async function whenTrue(
  told: ReadonlySignal<boolean>,
  milliseconds: number,
  awaited: string,
): Promise<boolean> {
  let stop: (() => void) | undefined;
  const isTrue = new Promise<boolean>((resolve) => {
    stop = effect(() => {
      if (told.value) resolve(true);
    });
  });
  try {
    return await withDeadline(isTrue, milliseconds, awaited);
  } catch {
    return told.peek();
  } finally {
    stop?.();
  }
}
