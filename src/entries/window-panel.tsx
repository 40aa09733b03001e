import { render } from "preact";
import { answerHomes } from "../line/home-port.ts";
import { rawWorkerPort } from "../line/worker-port.ts";
import type { Softphone } from "../softphone/softphone.ts";
import { WindowModel } from "../softphone/window-model.ts";
import { WindowPanel } from "../ui/window/WindowPanel.tsx";

/** Adds what concerns the phone's own window to a view; loaded after the view is ready. */
export function mountWindowPanel(app: Softphone, root: Element): void {
  if ("SharedWorker" in window) answerHomes(window, () => rawWorkerPort("/worker.js"));
  const model = new WindowModel({ link: app.link, settings: app.crm.settings, openWindow });
  render(<WindowPanel model={model} />, root);
}

/**
 * Never by a name that is guessed: where no window has it, browsers open a blank one. The open window comes to the
 * pages by itself.
 */
function openWindow(): boolean {
  const address = new URL("/?home", location.href).href;
  return window.open(address, "", "popup,width=280,height=520") !== null;
}
