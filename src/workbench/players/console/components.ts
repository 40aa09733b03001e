import { SalesforceError } from "../../console/salesforce-error.ts";
import type { Args } from "../../wire/args.ts";
import { doing, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays the footer's component: its window, its button, and the browser's title. */
export function componentPlayers(scene: Scene): Players {
  return { ...windowPlayers(scene), ...buttonPlayers(scene), ...titlePlayers(scene) };
}

function windowPlayers({ panel, features }: Scene): Players {
  const resize = (change: { width: number } | { height: number }) => {
    // From another monitor, sizes go unheard.
    if (!panel.now.poppedOut) panel.set(change);
  };
  return {
    isInCustomConsoleComponent: (_args, frame) => ({
      inCustomConsoleComponent: frame.tabId === undefined,
      success: true,
    }),
    setCustomConsoleComponentWindowVisible: doing((args) => {
      if (!panel.now.poppedOut) panel.set({ visible: args.flag("visible") });
    }),
    isCustomConsoleComponentWindowHidden: () => ({ hidden: !panel.now.visible, success: true }),
    setCustomConsoleComponentWidth: doing((args) => resize({ width: number(args, "width") })),
    setCustomConsoleComponentHeight: doing((args) => resize({ height: number(args, "height") })),
    setCustomConsoleComponentPopoutable: doing((args) => {
      if (features.multiMonitor !== true) {
        throw new SalesforceError("notAllowed", "Multi-monitor components are switched off");
      }
      panel.set({ popoutable: args.flag("popoutable") });
    }),
    isCustomConsoleComponentPoppedOut: () => ({ poppedOut: panel.now.poppedOut, success: true }),
  };
}

function buttonPlayers({ panel }: Scene): Players {
  return {
    setCustomConsoleComponentButtonText: doing((args) =>
      panel.setButton({ text: args.text("text") }),
    ),
    setCustomConsoleComponentButtonStyle: doing((args) => panel.addButtonStyle(args.text("style"))),
    setCustomConsoleComponentButtonIconUrl: doing((args) => {
      const iconUrl = args.text("iconUrl");
      if (!/^https?:\/\//.test(iconUrl)) throw new SalesforceError("badUrl", "Not absolute");
      panel.setButton({ iconUrl });
    }),
    blinkCustomConsoleComponentButtonText: doing((args) => {
      const text = args.text("alternateText");
      panel.setButton({ blink: { text, interval: number(args, "interval") } });
    }),
    removeBlinkCustomConsoleComponentButtonText: doing(() => panel.stop("blink")),
    scrollCustomConsoleComponentButtonText: doing((args) =>
      panel.setButton({ scroll: { interval: number(args, "interval") } }),
    ),
    removeScrollCustomConsoleComponentButtonText: doing(() => panel.stop("scroll")),
  };
}

function titlePlayers({ titles }: Scene): Players {
  return {
    addToBrowserTitleQueue: doing((args) => {
      titles.value = [...titles.peek(), args.text("title")];
    }),
    removeFromBrowserTitleQueue: doing((args) => {
      const title = args.text("title");
      if (!titles.peek().includes(title)) {
        throw new SalesforceError("notFound", `No title ${title}`);
      }
      titles.value = titles.peek().filter((each) => each !== title);
    }),
  };
}

function number(args: Args, key: string): number {
  const value = args.count(key);
  if (value === undefined) throw new SalesforceError("failed", `${key} is no number`);
  return value;
}
