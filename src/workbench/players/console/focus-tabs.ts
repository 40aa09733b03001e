import { shortId } from "../../console/record-url.ts";
import type { PrimaryTab } from "../../console/state.ts";
import { tabOf } from "../../console/tab-lookup.ts";
import { SalesforceError } from "../../console/salesforce-error.ts";
import type { Args } from "../../wire/args.ts";
import { doing, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";
import { primaryNamed, subtabNamed } from "./find.ts";

/** Plays bringing tabs to the front and loading them again. */
export function focusTabPlayers(scene: Scene): Players {
  const { tabs } = scene;
  return {
    focusPrimaryTabById: doing((args) => tabs.focus(primaryOf(scene, args.text("id")).id)),
    focusPrimaryTabByName: doing((args) => tabs.focus(primaryNamed(scene, args.text("name")).id)),
    focusSubtabById: doing((args) => tabs.focus(subtabId(scene, args.text("id")))),
    focusSubtabByNameAndWorkspaceId: doing((args) =>
      tabs.focus(subtabNamed(tabs.get(args.text("workspaceId")).primary, args.text("name")).id),
    ),
    focusSubtabByNameAndWorkspaceName: doing((args) =>
      tabs.focus(
        subtabNamed(primaryNamed(scene, args.text("workspaceName")), args.text("name")).id,
      ),
    ),
    refreshPrimaryTabById: doing((args) =>
      refresh(scene, primaryOf(scene, args.text("id")).id, args),
    ),
    refreshPrimaryTabByName: doing((args) =>
      refresh(scene, primaryNamed(scene, args.text("name")).id, args),
    ),
    refreshSubtabById: doing((args) => refresh(scene, subtabId(scene, args.text("id")), args)),
    refreshSubtabByNameAndWorkspaceId: doing((args) => {
      const { primary } = tabs.get(args.text("workspaceId"));
      refresh(scene, subtabNamed(primary, args.text("name")).id, args);
    }),
    refreshSubtabByNameAndWorkspaceName: doing((args) => {
      const primary = primaryNamed(scene, args.text("workspaceName"));
      refresh(scene, subtabNamed(primary, args.text("name")).id, args);
    }),
  };
}

function primaryOf({ tabs }: Scene, id: string): PrimaryTab {
  const { primary } = tabs.get(id);
  if (primary.id !== id) throw new SalesforceError("notFound", `${id} is no primary tab`);
  return primary;
}

function subtabId({ tabs }: Scene, id: string): string {
  if (tabs.get(id).primary.id === id) throw new SalesforceError("notFound", `${id} is no subtab`);
  return id;
}

/** Only pages of the org's own kind can be loaded again from outside. */
function refresh({ tabs }: Scene, id: string, args: Args): void {
  const { url } = tabOf(tabs.get(id));
  if (!url.startsWith("/") || url.startsWith("/apex/")) {
    throw new SalesforceError("notAllowed", "Visualforce and external pages cannot be refreshed");
  }
  tabs.refresh(id);
  if (args.flag("activate")) tabs.focus(id);
}

/** How the wire names a record: in Classic by 15 characters, and none by a word. */
export function recordOnWire(recordId: string | undefined): string {
  return recordId === undefined ? "null" : shortId(recordId);
}
