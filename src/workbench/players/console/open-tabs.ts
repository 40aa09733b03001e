import { mayOpen } from "../../console/record-url.ts";
import { SalesforceError } from "../../console/salesforce-error.ts";
import { tabOf } from "../../console/tab-lookup.ts";
import type { Opening } from "../../console/opening.ts";
import type { Args } from "../../wire/args.ts";
import { doing, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";
import { primaryNamed, titled } from "./find.ts";

/** Plays opening and closing tabs. */
export function openTabPlayers(scene: Scene): Players {
  const { tabs } = scene;
  const openSubtab = async (primaryId: string, args: Args) => {
    const id = tabs.openSubtab(primaryId, openingOf(args));
    await titled(scene, id, args.given("label"));
    return { success: true, id };
  };
  return {
    async openPrimaryTab(args) {
      const id = tabs.openPrimary(openingOf(args));
      await titled(scene, id, args.given("label"));
      return { success: true, id };
    },
    openSubTab: (args) => openSubtab(args.text("workspaceId"), args),
    openSubtabByWorkSpaceName: (args) =>
      openSubtab(primaryNamed(scene, args.text("workspaceName")).id, args),
    closeTab: doing((args) => close(scene, args.text("id"))),
    reopenLastClosedTab: doing(() => void tabs.reopen()),
    disableTabClose(args, frame) {
      const tab = tabs.get(args.given("tabId") ?? frame.tabId ?? "");
      // The details page of a primary tab stands for the whole.
      tabs.alter(tabOf(tab).id, { closable: !args.flag("disable") });
      return { success: true, message: tabOf(tab).id };
    },
    generateConsoleUrl(args) {
      return { success: true, consoleUrl: consoleUrl(args.list("urls")) };
    },
    openConsoleUrl: doing((args) => openConsoleUrl(scene, args)),
  };
}

function openingOf(args: Args): Opening {
  return {
    url: relative(args.text("url")),
    activate: args.flag("activate"),
    label: args.given("label"),
    name: args.given("name"),
    id: args.given("id"),
  };
}

/** An address of the org itself may be absolute. */
function relative(url: string): string {
  return url.startsWith(`${location.origin}/`) ? url.slice(location.origin.length) : url;
}

/** A toolkit may do less than an agent: not close what is unsaved, nor subtabs of a pinned tab. */
function close({ tabs }: Scene, id: string): void {
  const place = tabs.get(id);
  const { primary, subtab } = place;
  if (tabOf(place).dirty) throw new SalesforceError("unsaved", "The tab has unsaved changes");
  if (primary.pinned && subtab !== undefined) {
    throw new SalesforceError("notAllowed", "Subtabs of a pinned tab stay open");
  }
  tabs.close(id);
}

/** A link to the console with these pages open: the first in a primary tab, the others in subtabs. */
export function consoleUrl(urls: readonly string[]): string {
  return `${location.origin}/console#${urls.map(encodeURIComponent).join("&")}`;
}

function openConsoleUrl({ tabs }: Scene, args: Args): void {
  const link = args.text("consoleUrl");
  const [first, ...rest] = link
    .slice(link.indexOf("#") + 1)
    .split("&")
    .map(decodeURIComponent);
  if (!link.includes("#") || first === undefined || !mayOpen(first, [])) {
    throw new SalesforceError("badUrl", `Not an address of a console: ${link}`);
  }
  const [labels, names] = [args.list("tabLabels"), args.list("tabNames")];
  const activate = args.flag("active");
  const opening = (url: string, at: number) => {
    return { url, activate, label: labels[at], name: names[at] };
  };
  const id = args.given("tabId");
  const primary = tabs.openPrimary({ ...opening(first, 0), id });
  rest.forEach((url, at) => tabs.openSubtab(primary, opening(url, at + 1)));
}
