import { SalesforceError } from "../../console/salesforce-error.ts";
import type { Args } from "../../wire/args.ts";
import { doing, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays the navigation tab. */
export function navigationPlayers(scene: Scene): Players {
  const { tabs } = scene;
  return {
    getNavigationTabs: () => ({ items: JSON.stringify(items(scene)), success: true }),
    getSelectedNavigationTab() {
      const item = items(scene).find(({ selected }) => selected);
      if (item === undefined) throw new SalesforceError("notFound", "No list is selected");
      return { ...item, success: true };
    },
    setSelectedNavigationTab: doing((args) => tabs.selectNavigation(chosen(scene, args))),
    focusNavigationTab: doing(() => tabs.focus(undefined)),
    // The list in it follows the store by itself.
    refreshNavigationTab: doing(() => undefined),
  };
}

function items({ tabs }: Scene) {
  const { navigation } = tabs.state.peek();
  return navigation.items.map(({ id, label, url }) => ({
    navigationTabId: id,
    listViewUrl: url,
    label,
    selected: id === navigation.selected,
  }));
}

function chosen(scene: Scene, args: Args): string {
  const [id, url] = [args.given("navigationTabId"), args.given("listViewUrl")];
  const item = items(scene).find((each) => each.navigationTabId === id || each.listViewUrl === url);
  if (item === undefined) throw new SalesforceError("notFound", `No list ${id ?? url ?? ""}`);
  return item.navigationTabId;
}
