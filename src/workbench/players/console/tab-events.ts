import type { TabFact } from "../../console/opening.ts";
import type { Scene } from "../scene.ts";
import { announceNamed } from "./events.ts";
import { recordOnWire } from "./focus-tabs.ts";

/** Tells the frames what happens to tabs. */
export function announceTabs(scene: Scene): void {
  const { events } = scene.tabs;
  const onWire = ({ id, recordId }: TabFact) => ({ id, objectId: recordOnWire(recordId) });
  const tell = (method: string, fact: TabFact) =>
    scene.announce({ api: "integration", method, payload: onWire(fact) });
  events.on("primaryFocused", (fact) => {
    if (fact !== undefined) tell("onFocusedPrimaryTab", fact);
  });
  events.on("saved", (fact) => tell("onTabSave", fact));
  events.on("subtabFocused", (fact) => tell("onFocusedSubtab", fact));
  events.on("refreshed", (fact) => tellEnclosed(scene, fact));
  events.on("opened", (fact) => announceNamed(scene, "SFORCE_CONSOLE:OPEN_TAB", onWire(fact)));
  events.on("closed", (fact) => {
    const closed = { ...onWire(fact), tabObjectId: recordOnWire(fact.recordId) };
    announceNamed(scene, "SFORCE_CONSOLE:CLOSE_TAB", closed);
    announceNamed(scene, `SFORCE_CONSOLE:CLOSE_TAB:${fact.id}`, closed);
  });
}

/** A refresh concerns only the pages inside the tab. */
function tellEnclosed(scene: Scene, { id, recordId }: TabFact): void {
  scene.announce(
    {
      api: "integration",
      method: "onEnclosingTabRefresh",
      payload: { id, objectId: recordOnWire(recordId) },
    },
    (_args, frame) => frame.tabId === id,
  );
}
