import { render } from "preact";
import type { Stop } from "../base/emitter.ts";
import { pageWishes } from "../line/wishes/page-wishes.ts";
import { CallingListModel } from "../softphone/calling-list-model.ts";
import { servePages } from "../softphone/pages.ts";
import type { Softphone } from "../softphone/softphone.ts";
import { CallingListPanel } from "../ui/calling-list/CallingListPanel.tsx";
import { mountWindowPanel } from "./window-panel.tsx";

/** Adds to a view what nobody waits for: loaded after the view is ready. */
export function mountLatePanels(app: Softphone, root: Element): Stop {
  const [lists, windowPanel] = [document.createElement("div"), document.createElement("div")];
  root.append(lists, windowPanel);
  const model = new CallingListModel(app);
  render(<CallingListPanel model={model} />, lists);
  mountWindowPanel(app, windowPanel);
  // A worker's line has written down what the agent wants: what one in a page once left is older than that.
  if (app.link.snapshot.peek()?.place === "worker") pageWishes(window).outdate();
  const stopServing = servePages({ app, takeList: (order) => model.take(order) });
  return () => {
    stopServing();
    render(null, lists);
    model[Symbol.dispose]();
  };
}
