import type { Api } from "../wire/request.ts";
import { askTabPlayers } from "./console/ask-tabs.ts";
import { chatPlayers } from "./console/chat.ts";
import { componentPlayers } from "./console/components.ts";
import { ctiPlayers } from "./console/cti.ts";
import { dressTabPlayers } from "./console/dress-tabs.ts";
import { eventPlayers } from "./console/events.ts";
import { focusTabPlayers } from "./console/focus-tabs.ts";
import { macroPlayers } from "./console/macros.ts";
import { navigationPlayers } from "./console/navigation.ts";
import { openTabPlayers } from "./console/open-tabs.ts";
import { presencePlayers } from "./console/presence.ts";
import { callCenterPlayers } from "./opencti/call-center.ts";
import { entityFeedPlayers } from "./opencti/entity-feed.ts";
import { pagePlayers } from "./opencti/pages.ts";
import { recordPlayers } from "./opencti/records.ts";
import { searchPlayers } from "./opencti/search.ts";
import { softphonePlayers } from "./opencti/softphone.ts";
import type { Players } from "./player.ts";
import type { Scene } from "./scene.ts";

/** Every method that is played, by the wire's names. */
export function playersOf(scene: Scene): Readonly<Record<Api, Players>> {
  return {
    interaction: {
      ...pagePlayers(scene),
      ...searchPlayers(scene),
      ...recordPlayers(scene),
      ...softphonePlayers(scene),
      ...callCenterPlayers(scene),
    },
    integration: {
      ...openTabPlayers(scene),
      ...focusTabPlayers(scene),
      ...askTabPlayers(scene),
      ...dressTabPlayers(scene),
      ...navigationPlayers(scene),
      ...componentPlayers(scene),
      ...eventPlayers(scene),
      ...macroPlayers(scene),
      ...ctiPlayers(scene),
      ...presencePlayers(scene),
      ...chatPlayers(scene),
    },
    entityFeed: entityFeedPlayers(scene),
  };
}

/** Every event a frame can ask to be told of, by the wire's names. */
export const listenable: Readonly<Record<Api, readonly string[]>> = {
  interaction: ["onFocus", "onClickToDial"],
  integration: [
    "addEventListener",
    "addPushNotificationListener",
    "onEnclosingTabRefresh",
    "onFocusedPrimaryTab",
    "onFocusedSubtab",
    "onTabSave",
    "onCustomConsoleComponentButtonClicked",
    "onCallBegin",
    "onCallEnd",
    "onSendCTIMessage",
    "onCallLogSaved",
    "chatOnNewMessage",
    "chatOnAgentSend",
    "chatOnTypingUpdate",
    "chatOnCustomEvent",
    "onAgentStateChanged",
    "onCurrentCapacityChanged",
    "onChatRequested",
    "onChatStarted",
    "onChatEnded",
    "onChatDeclined",
    "onChatTransferredOut",
    "onChatCanceled",
    "onChatCriticalWaitState",
  ],
  entityFeed: ["onObjectUpdate"],
};
