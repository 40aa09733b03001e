import type { Chat } from "../../console/chat-desk.ts";
import { SalesforceError } from "../../console/salesforce-error.ts";
import { doing, orNull, type Player, type Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays the legacy chat of the console. */
export function chatPlayers(scene: Scene): Players {
  return { ...conversationPlayers(scene), ...agentPlayers(scene), ...requestPlayers(scene) };
}

function conversationPlayers({ chats }: Scene): Players {
  return {
    chatGetDetailsByPrimaryTabId: (args) => details(chats.inTab(args.text("primaryTabId"))),
    chatGetDetailsByChatKey: (args) => details(chats.get(args.text("chatKey"))),
    chatGetChatLog(args) {
      const { messages, customEvents } = chats.get(args.text("chatKey"));
      return { success: true, result: JSON.stringify({ messages, customEvents }) };
    },
    chatGetAgentInput: (args) => ({ success: true, text: chats.get(args.text("chatKey")).input }),
    chatSetAgentInput: doing((args) =>
      chats.alter(args.text("chatKey"), { input: args.text("text") }),
    ),
    chatSendMessage: doing((args) => {
      const content = args.text("message");
      chats.say(args.text("chatKey"), { content, type: "Agent", typed: false });
    }),
    chatSendCustomEvent: doing((args) => {
      const [type, data] = [args.text("type"), args.text("data")];
      chats.sendCustom(args.text("chatKey"), { source: "Agent", type, data });
    }),
    raiseFlag: doing((args) => chats.alter(args.text("chatKey"), { flag: args.text("message") })),
    lowerFlag: doing((args) => chats.lowerFlag(args.text("chatKey"))),
  };
}

function agentPlayers({ chats }: Scene): Players {
  return {
    getMaxCapacity: () => ({ success: true, count: String(chats.maxCapacity) }),
    getAgentState: () => ({ success: true, state: chats.agentState }),
    setAgentState: doing((args) => chats.setAgentState(args.text("state"))),
  };
}

function requestPlayers(scene: Scene): Players {
  const { chats, tabs } = scene;
  const keys = (phase: "requested" | "engaged") => chats.in(phase).map(({ key }) => key);
  return {
    getEngagedChats: () => ({ success: true, chatKey: keys("engaged") }),
    getChatRequests: () => ({ success: true, chatKey: keys("requested") }),
    acceptChat: doing((args) => {
      const { key, visitor, phase } = chats.get(args.text("chatKey"));
      if (phase !== "requested") throw new SalesforceError("notAllowed", `Chat ${key} is ${phase}`);
      const url = `/chat?key=${encodeURIComponent(key)}`;
      chats.accept(key, tabs.openPrimary({ url, activate: true, label: visitor }));
    }),
    declineChat: doing((args) => chats.decline(args.text("chatKey"))),
    endChat: doing((args) => chats.end(args.text("chatKey"))),
    initFileTransfer: doing((args) => void chats.get(args.text("chatKey"))),
    cancelFileTransfer: doing((args) => void chats.get(args.text("chatKey"))),
    onFileTransferCompleted: fileTransferred(scene),
  };
}

/** Documented as an event, sent as a question: it is answered when a file has arrived. */
function fileTransferred({ chats }: Scene): Player {
  return (args) => {
    const { key } = chats.get(args.text("chatKey"));
    return new Promise((resolve) => {
      const stop = chats.events.on("fileTransferred", ({ chat, attachmentId }) => {
        if (chat.key !== key) return;
        stop();
        resolve({ attachmentId, success: true });
      });
    });
  };
}

function details({ key, visitor, phase, primaryTabId }: Chat) {
  const result = {
    chatKey: key,
    name: visitor,
    isEngaged: phase === "engaged",
    isEnded: phase === "ended",
    breadcrumbs: [],
    customDetails: [],
  };
  return { success: true, primaryTabId: orNull(primaryTabId), result: JSON.stringify(result) };
}
