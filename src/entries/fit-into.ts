import { effect } from "@preact/signals";
import type { Softphone } from "../softphone/softphone.ts";

const noLimits = { maxHeight: 0, minHeight: 0 };

/** The softphone asks for as much height as it needs, within what the administrator allows. */
export function fitInto(app: Softphone, root: HTMLElement): void {
  effect(() => app.crm.host.value?.announceReady());
  effect(() => {
    const host = app.crm.host.value;
    const { maxHeight, minHeight } = app.crm.settings.value?.notice ?? noLimits;
    if (!host || host.surface === "none") return;
    if (host.surface === "console" && maxHeight === 0) return;
    const observer = new ResizeObserver(() => {
      const needed = Math.max(Math.ceil(root.getBoundingClientRect().height), minHeight);
      host.setHeight(Math.min(needed, maxHeight || needed)).catch(() => undefined);
    });
    observer.observe(root);
    return () => observer.disconnect();
  });
}
