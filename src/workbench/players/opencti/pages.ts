import { pageInfo } from "../../console/page-info.ts";
import { SalesforceError } from "../../console/salesforce-error.ts";
import { tabOf } from "../../console/tab-lookup.ts";
import type { Args } from "../../wire/args.ts";
import { done, type Players } from "../player.ts";
import { pop } from "../pop.ts";
import type { Scene } from "../scene.ts";

/** The page in front: where it is, which record is on it. */
export function frontPage(scene: Scene): { readonly url: string; readonly recordId?: string } {
  const { options, tabs } = scene;
  if (options.mode === "console") {
    return tabs.front === undefined ? selectedList(scene) : tabOf(tabs.front);
  }
  const { currentRecordId: recordId, currentUrl } = options;
  const url = currentUrl ?? (recordId === undefined ? "/home/home.jsp" : `/${recordId}`);
  return { url, ...(recordId === undefined ? {} : { recordId }) };
}

function selectedList({ tabs }: Scene): { readonly url: string } {
  const { selected, items } = tabs.state.peek().navigation;
  return { url: items.find(({ id }) => id === selected)?.url ?? "/" };
}

/** Plays what concerns the page in front of the agent. */
export function pagePlayers(scene: Scene): Players {
  return {
    isInConsole: () => ({ result: scene.options.mode === "console" }),
    screenPop(args) {
      keepUnsaved(scene, args);
      pop(scene, args.text("targetUrl"));
      return done;
    },
    getPageInfo: async () => ({ result: await pageInfo(scene.store, frontPage(scene)) }),
    refreshPage() {
      refreshFront(scene);
      return done;
    },
    refreshRelatedList(args) {
      const { recordId } = frontPage(scene);
      if (recordId === undefined || args.given("listName") === undefined) return { result: false };
      if (scene.options.mode === "console") refreshFront(scene);
      return done;
    },
  };
}

/** Without `force` nobody loses what he typed. Older scripts never send it and always pop. */
function keepUnsaved({ options, tabs }: Scene, args: Args): void {
  if (args.text("force") !== "false") return;
  const isForm = options.mode === "tabs" && /\/e(?=$|[?#])/.test(options.currentUrl ?? "");
  if (isForm || (tabs.front && tabOf(tabs.front).dirty))
    throw new SalesforceError("unsaved", "Unsaved changes");
}

function refreshFront(scene: Scene): void {
  const { options, tabs, navigateTo } = scene;
  if (options.mode === "tabs") navigateTo.value = frontPage(scene).url;
  else if (tabs.front !== undefined) tabs.refresh(tabOf(tabs.front).id);
}
