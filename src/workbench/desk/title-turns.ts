import { effect } from "@preact/signals";
import type { PlayedSalesforce } from "../console/state.ts";

const turn = 3_000;

/** Lets the texts that the softphone queued take turns in the browser's title. */
export function turnTitle(salesforce: PlayedSalesforce, own = document.title): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = effect(() => {
    const texts = [own, ...salesforce.titleQueue.value];
    clearInterval(timer);
    let at = texts.length - 1;
    document.title = texts[at] ?? own;
    if (texts.length > 1) {
      timer = setInterval(() => {
        at = (at + 1) % texts.length;
        document.title = texts[at] ?? own;
      }, turn);
    }
  });
  return () => {
    stop();
    clearInterval(timer);
    document.title = own;
  };
}
