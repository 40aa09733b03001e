import type { Args } from "../../wire/args.ts";
import type { DirectoryNumber, SalesforceOptions } from "../options.ts";
import { done, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays what an administrator set up: settings, layout, directory; and click-to-dial. */
export function callCenterPlayers(scene: Scene): Players {
  const { options, layout, panel } = scene;
  return {
    getCallCenterSettings: () => ({ result: JSON.stringify(settingsOf(options)) }),
    getSoftphoneLayout: () => ({ result: JSON.stringify(layout) }),
    getDirectoryNumbers: (args) => ({ result: JSON.stringify(directoryPage(options, args)) }),
    notifyInitializationComplete: () => undefined,
    enableClickToDial() {
      panel.set({ clickToDial: true });
      return done;
    },
    disableClickToDial() {
      panel.set({ clickToDial: false });
      return done;
    },
  };
}

function settingsOf({ settings, adapterUrl }: SalesforceOptions): Record<string, string> {
  const replaced = adapterUrl === undefined ? {} : { "/reqGeneralInfo/reqAdapterUrl": adapterUrl };
  const labels = { "/internalNameLabel": "InternalName", "/displayNameLabel": "Display Name" };
  return { ...labels, ...settings, ...replaced };
}

const usualPage = 5000;
const largestPage = 10_000;

function directoryPage({ directory = [] }: SalesforceOptions, args: Args) {
  const page = args.count("resultSetPage") ?? 0;
  const size = Math.min(args.count("resultSetPageSize") ?? usualPage, largestPage);
  const rows = directory.filter(belongs(args.flag("isGlobal"), args.given("callCenterName")));
  return {
    directoryNumbers: rows.slice(page * size, (page + 1) * size).map(fill),
    hasNext: rows.length > (page + 1) * size,
  };
}

function belongs(isGlobal: boolean, callCenter: string | undefined) {
  return ({ callCenterName }: DirectoryNumber) =>
    callCenterName === undefined ||
    (!isGlobal && (callCenter === undefined || callCenter === callCenterName));
}

function fill({ callCenterName = "", name, phone, description = "" }: DirectoryNumber) {
  return { callCenterName, name, phone, description };
}
