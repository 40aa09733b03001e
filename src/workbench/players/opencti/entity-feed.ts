import { sameRecord } from "../../console/record-url.ts";
import { done, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays the feed-based page around a publisher. */
export function entityFeedPlayers(scene: Scene): Players {
  return {
    // The nonce shows the publisher that it found its own page.
    connect: (_args, frame) => ({ nonce: frame.entityFeedNonce ?? "" }),
    refreshObject(args) {
      refreshTabsOf(scene, args.text("objectId"));
      scene.announce({
        api: "entityFeed",
        method: "onObjectUpdate",
        payload: {
          fieldsUpdated: args.flag("refreshFields"),
          relatedListsUpdated: args.flag("refreshRelatedLists"),
          feedUpdated: args.flag("refreshFeed"),
        },
      });
      return done;
    },
    reloadFrame(_args, frame) {
      scene.reload(frame);
      return undefined;
    },
  };
}

function refreshTabsOf({ tabs }: Scene, recordId: string): void {
  const all = tabs.primaryTabs.flatMap((primary) => [primary, ...primary.subtabs]);
  for (const tab of all) if (sameRecord(tab.recordId, recordId)) tabs.refresh(tab.id);
}
