import { recordFacts } from "../console/page-info.ts";
import { sameRecord } from "../console/record-url.ts";
import { tabOf } from "../console/tab-lookup.ts";
import type { ClickToDial, ConsoleTab, PrimaryTab } from "../console/state.ts";
import type { WorkbenchRecord } from "../records/store.ts";
import { announceNamed } from "./console/events.ts";
import { titled } from "./console/find.ts";
import { pop } from "./pop.ts";
import type { Scene } from "./scene.ts";

/** The agent clicks a number: told to the softphone, when it asked for such clicks. */
export async function clickToDial(scene: Scene, click: ClickToDial): Promise<void> {
  if (!scene.panel.now.clickToDial) return;
  const { number, recordId, params } = click;
  const record = recordId === undefined ? undefined : await scene.store.get(recordId);
  const facts = record === undefined ? {} : recordFacts(record);
  const result = JSON.stringify({ number, ...facts, ...(params === undefined ? {} : { params }) });
  scene.announce({ api: "interaction", method: "onClickToDial", payload: { result } });
}

/** The agent clicks the softphone's button. */
export function toggleSoftphone(scene: Scene): void {
  const { panel } = scene;
  panel.set({ visible: !panel.now.visible });
  scene.announce({
    api: "integration",
    method: "onCustomConsoleComponentButtonClicked",
    payload: { id: "softphone", windowHidden: !panel.now.visible },
  });
}

/** The agent follows a link. */
export function open(
  scene: Scene,
  url: string,
  { newTab = false, subtabOf }: { newTab?: boolean; subtabOf?: string } = {},
): void {
  const { tabs, options } = scene;
  if (options.mode === "tabs" || subtabOf === undefined) {
    pop(scene, url, { newWindow: newTab });
    return;
  }
  void titled(scene, tabs.openSubtab(subtabOf, { url, activate: true }), undefined);
}

/**
 * Loads again what shows the history that a saved activity now belongs to, as a console does whose detail pages
 * refresh by themselves. What the agent types stays.
 */
export function showHistory({ tabs }: Scene, { fields }: WorkbenchRecord): void {
  const related = [fields.WhoId, fields.WhatId].filter(Boolean);
  for (const { id, recordId, dirty, revision } of tabs.primaryTabs.flatMap(withSubtabs)) {
    if (dirty || !related.some((one) => sameRecord(one, recordId))) continue;
    tabs.alter(id, { revision: revision + 1 });
  }
}

function withSubtabs(tab: PrimaryTab): readonly ConsoleTab[] {
  return [tab, ...tab.subtabs];
}

/** The agent's changes are there, or saved. */
export function setDirty({ tabs }: Scene, id: string, dirty: boolean): void {
  const tab = tabOf(tabs.get(id));
  tabs.alter(tab.id, { dirty });
  if (tab.dirty && !dirty) tabs.events.emit("saved", { id: tab.id, recordId: tab.recordId });
}

/** The agent logs out: those who asked hear of it first, and have little time. */
export function logOut(scene: Scene): void {
  announceNamed(scene, "SFORCE_CONSOLE:LOGOUT", {});
  scene.presence.logOut();
  scene.navigateTo.value = "/secur/logout.jsp";
}
