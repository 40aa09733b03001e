import { render } from "preact";
import { answerHomes } from "../line/home-port.ts";
import { lineName, orgOf } from "../line/line-name.ts";
import { OwnWindow } from "../line/own-window.ts";
import { protocolVersion } from "../line/protocol.ts";
import { workerPort, workerLack } from "../line/worker-port.ts";
import type { Softphone } from "../softphone/softphone.ts";
import { WindowModel } from "../softphone/window-model.ts";
import { WindowPanel } from "../ui/window/WindowPanel.tsx";
import { takeClosedNote, takeLostRelease } from "./notes.ts";

/** Adds what concerns the phone's own window to a view; loaded after the view is ready. */
export function mountWindowPanel(app: Softphone, root: Element): void {
  const lack = workerLack(window);
  if (!lack) answerHomes(window, { openPort: () => workerPort("/worker.js") });
  const own = new OwnWindow(window);
  app.link.snapshot.subscribe((told) => {
    if (told?.home === undefined) own.forgetClosed();
  });
  const model = new WindowModel({
    ...{ link: app.link, settings: app.crm.settings },
    ...{ wasClosed: takeClosedNote(), releaseLost: takeLostRelease() },
    openWindow: () => own.open(addressOf(lack ? "line" : "sound")),
    showWindow: () => own.show(),
  });
  render(<WindowPanel model={model} lack={lack} />, root);
}

function addressOf(home: "line" | "sound"): URL {
  const address = new URL(`/?home=${protocolVersion}`, location.href);
  if (home === "line") address.searchParams.set("line", orgOf(lineName(location)));
  return address;
}
