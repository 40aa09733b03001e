import type { ConsoleTab } from "../../console/state.ts";
import { tabOf } from "../../console/tab-lookup.ts";
import { SalesforceError } from "../../console/salesforce-error.ts";
import type { Args } from "../../wire/args.ts";
import type { ConnectedFrame } from "../../wire/frame.ts";
import { doing, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays how tabs look, and whether they hold unsaved changes. */
export function dressTabPlayers(scene: Scene): Players {
  const alter = (args: Args, frame: ConnectedFrame, change: Partial<ConsoleTab>) => {
    const { tabs } = scene;
    tabs.alter(tabOf(tabs.get(args.given("tabId") ?? frame.tabId ?? "")).id, change);
  };
  return {
    setTabTitle(args, frame) {
      alter(args, frame, { label: args.text("label") });
      return undefined;
    },
    setTabIcon: doing((args, frame) => alter(args, frame, { iconUrl: imageUrl(args) })),
    setTabStyle: doing((args, frame) => alter(args, frame, { style: args.text("css") })),
    setTabTextStyle: doing((args, frame) => {
      const textColor = /(?:^|[;\s])color\s*:\s*([^;]+)/i.exec(args.text("css"))?.[1]?.trim();
      alter(args, frame, textColor === undefined ? {} : { textColor });
    }),
    setTabDirty: doing((args, frame) => {
      const { tabs } = scene;
      const tab = tabOf(tabs.get(args.given("subtabId") ?? frame.tabId ?? ""));
      tabs.alter(tab.id, { dirty: args.flag("isDirty") });
    }),
    setTabLink: doing((args, frame) => {
      if (args.given("link") === undefined) throw new SalesforceError("badUrl", "No address");
      alter(args, frame, {});
    }),
    // What stands beside a tab's page is not drawn here; where the tab exists, it is as if it were.
    focusSidebarComponent: doing((args, frame) => {
      componentIn(args.text("componentInfo"));
      alter(args, frame, {});
    }),
    setSidebarVisible: doing((args, frame) => {
      if (!["left", "right", "top", "bottom"].includes(args.text("region"))) {
        throw new SalesforceError("notFound", `No region ${args.text("region")}`);
      }
      alter(args, frame, {});
    }),
  };
}

function imageUrl(args: Args): string {
  const url = args.text("iconUrl");
  if (/^(\/|https?:\/\/)/.test(url)) return url;
  throw new SalesforceError("badUrl", `Not the address of an image: ${url}`);
}

function componentIn(json: string): void {
  try {
    const info: unknown = JSON.parse(json);
    if (typeof info === "object" && info !== null && "componentType" in info) return;
  } catch {
    // Said below, as for any other text that names no component.
  }
  throw new SalesforceError("notFound", `No component: ${json}`);
}
