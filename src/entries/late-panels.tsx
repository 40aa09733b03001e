import type { Stop } from "../base/emitter.ts";
import { servePages } from "../softphone/pages.ts";
import type { Softphone } from "../softphone/softphone.ts";
import { mountWindowPanel } from "./window-panel.tsx";

/** Adds to a view what nobody waits for: loaded after the view is ready. */
export function mountLatePanels(app: Softphone, root: Element): Stop {
  const windowPanel = document.createElement("div");
  root.append(windowPanel);
  mountWindowPanel(app, windowPanel);
  return servePages({ app, takeList: () => ({ taken: 0, reason: "refused" }) });
}
