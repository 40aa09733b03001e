import { render } from "preact";
import { answerHomes } from "../line/home-port.ts";
import { lineName, orgOf } from "../line/line-name.ts";
import { protocolVersion } from "../line/protocol.ts";
import { workerPort, workerLack } from "../line/worker-port.ts";
import type { Softphone } from "../softphone/softphone.ts";
import { WindowModel } from "../softphone/window-model.ts";
import { WindowPanel } from "../ui/window/WindowPanel.tsx";
import { takeClosedNote, takeLostRelease, windowName } from "./notes.ts";

/** Adds what concerns the phone's own window to a view; loaded after the view is ready. */
export function mountWindowPanel(app: Softphone, root: Element): void {
  const lack = workerLack(window);
  if (!lack) answerHomes(window, { openPort: () => workerPort("/worker.js") });
  const model = new WindowModel({
    ...{ link: app.link, settings: app.crm.settings },
    ...{ wasClosed: takeClosedNote(), releaseLost: takeLostRelease() },
    openWindow: () => openWindow(lack ? "line" : "sound"),
  });
  render(<WindowPanel model={model} lack={lack} />, root);
}

/** The window that this page has opened. */
let opened: Window | null = null;

/**
 * By its name, so that one which the page before this one has opened, and which does not have the phone yet, begins
 * anew. Never by the name alone: where no window has it, browsers open a blank one.
 */
function openWindow(home: "line" | "sound"): boolean {
  // It may still wait for the microphone: one is enough.
  if (opened && !opened.closed) {
    opened.focus();
    return true;
  }
  const address = new URL(`/?home=${protocolVersion}`, location.href);
  if (home === "line") address.searchParams.set("line", orgOf(lineName(location)));
  opened = window.open(address, windowName(), "popup,width=280,height=520");
  // Browsers leave one that was there where it was: behind the others.
  opened?.focus();
  return opened !== null;
}
