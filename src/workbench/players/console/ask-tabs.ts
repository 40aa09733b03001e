import { pageInfo } from "../../console/page-info.ts";
import type { Place } from "../../console/tab-lookup.ts";
import { tabOf } from "../../console/tab-lookup.ts";
import { SalesforceError } from "../../console/salesforce-error.ts";
import type { ConnectedFrame } from "../../wire/frame.ts";
import type { Payload } from "../../wire/payload.ts";
import { orNull, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";
import { recordOnWire } from "./focus-tabs.ts";
import { consoleUrl } from "./open-tabs.ts";

/** Plays questions about tabs. */
export function askTabPlayers(scene: Scene): Players {
  const { tabs, store } = scene;
  const subtabOf = ({ primary, subtab }: Place) => subtab?.id ?? tabs.detailsId(primary.id);
  return {
    getEnclosingTabId: (_args, frame) => oneId(enclosing(scene, frame), subtabOf),
    getEnclosingPrimaryTabId: (_args, frame) =>
      oneId(enclosing(scene, frame), ({ primary }) => primary.id),
    getEnclosingPrimaryTabObjectId: (_args, frame) =>
      oneId(enclosing(scene, frame), ({ primary }) => recordOnWire(primary.recordId)),
    getFocusedPrimaryTabId: () => oneId(tabs.front, ({ primary }) => primary.id),
    getFocusedPrimaryTabObjectId: () =>
      oneId(tabs.front, ({ primary }) => recordOnWire(primary.recordId)),
    getFocusedSubtabId: () => oneId(tabs.front, subtabOf),
    getFocusedSubtabObjectId: () =>
      oneId(tabs.front, (place) => recordOnWire(tabOf(place).recordId)),
    async getPageInfo(args, frame) {
      const tab = tabOf(tabs.get(args.given("tabId") ?? frame.tabId ?? ""));
      return { pageInfo: await pageInfo(store, tab), success: true };
    },
    getPrimaryTabIds: () => ({ ids: tabs.primaryTabs.map(({ id }) => id), success: true }),
    getSubtabIds(args, frame) {
      const { primary } = tabs.get(args.given("primaryTabId") ?? frame.tabId ?? "");
      const ids = [tabs.detailsId(primary.id), ...primary.subtabs.map(({ id }) => id)];
      return { ids, success: true };
    },
    getTabLink(args, frame) {
      const place = tabs.get(args.given("tabId") ?? frame.tabId ?? "");
      return { success: true, tabLink: tabLink(place, args.text("level")) };
    },
  };
}

function enclosing({ tabs }: Scene, { tabId }: ConnectedFrame): Place | undefined {
  return tabId === undefined ? undefined : tabs.find(tabId);
}

/** Answers with one Id: the word for none, without success, where there is no tab. */
function oneId(place: Place | undefined, id: (place: Place) => string): Payload {
  return { id: orNull(place && id(place)), success: place !== undefined };
}

function tabLink(place: Place, level: string): string {
  const { primary } = place;
  const tab = tabOf(place);
  switch (level) {
    case "complete":
      return consoleUrl([primary, ...primary.subtabs].map(({ url }) => url));
    case "thistabonly":
      return consoleUrl([tab.url]);
    case "standard":
      return new URL(tab.url, location.origin).href;
    default:
      throw new SalesforceError("notFound", `No kind of link: ${level}`);
  }
}
