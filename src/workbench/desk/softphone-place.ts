import { effect } from "@preact/signals";
import type { PlayedSalesforce } from "../console/state.ts";

/**
 * Shows, hides and sizes the box that holds the softphone's frame. The frame itself is never moved: that would load it anew.
 *
 * Hidden means invisible, not `display: none`: a call goes on in there.
 */
export function placeSoftphone(salesforce: PlayedSalesforce, box: HTMLElement): () => void {
  return effect(() => {
    const { visible, width, height, poppedOut } = salesforce.softphone.value;
    const inConsole = salesforce.mode === "console";
    const hidden = inConsole && !visible;
    box.classList.toggle("softphone-hidden", hidden);
    box.classList.toggle("softphone-popped-out", poppedOut);
    box.inert = hidden;
    document.documentElement.style.setProperty("--softphone-height", `${height}px`);
    if (inConsole) document.documentElement.style.setProperty("--softphone-width", `${width}px`);
  });
}
