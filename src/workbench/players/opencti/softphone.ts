import { SalesforceError } from "../../console/salesforce-error.ts";
import { done, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** The tallest that standard tabs and console give to a softphone. */
const tallest = 700;

/** Plays showing, hiding and sizing the softphone. */
export function softphonePlayers(scene: Scene): Players {
  const { options, panel } = scene;
  return {
    setVisible(args) {
      if (options.mode === "tabs") {
        throw new SalesforceError("notHere", "setVisible works in a console only");
      }
      refuseOnSecondMonitor(scene);
      panel.set({ visible: args.flag("value") });
      return done;
    },
    isVisible: () => ({ result: panel.now.visible }),
    setSoftphoneHeight(args) {
      refuseOnSecondMonitor(scene);
      panel.set({ height: Math.min(sizeOf(args.count("height")), tallest) });
      return done;
    },
    setSoftphoneWidth(args) {
      refuseOnSecondMonitor(scene);
      const width = sizeOf(args.count("width"));
      // The sidebar of standard tabs has its own width.
      if (options.mode === "console") panel.set({ width });
      return done;
    },
  };
}

function refuseOnSecondMonitor({ options, features }: Scene): void {
  if (options.mode === "tabs" || features.multiMonitor !== true) return;
  throw new SalesforceError(
    "notAllowed",
    "Not available while multi-monitor components are switched on",
  );
}

function sizeOf(pixels: number | undefined): number {
  if (pixels === undefined) throw new SalesforceError("failed", "Not a number of pixels");
  return pixels;
}
