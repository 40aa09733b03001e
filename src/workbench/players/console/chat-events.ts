import type { Chat } from "../../console/chat-desk.ts";
import type { Payload } from "../../wire/payload.ts";
import type { Scene } from "../scene.ts";

/** Tells the frames what happens in chats: to whoever asked, or to those who asked for one chat. */
export function announceChats(scene: Scene): void {
  announceConversations(scene);
  const { events } = scene.chats;
  const tell = (method: string, payload: Payload) =>
    scene.announce({ api: "integration", method, payload });
  const ofChat = (method: string) => (chat: Chat) =>
    tell(method, { chatKey: chat.key, success: true });
  events.on("requested", ofChat("onChatRequested"));
  events.on("started", ofChat("onChatStarted"));
  events.on("ended", ofChat("onChatEnded"));
  events.on("declined", ofChat("onChatDeclined"));
  events.on("transferred", ofChat("onChatTransferredOut"));
  events.on("cancelled", ({ key }) => tell("onChatCanceled", { chatKey: key }));
  events.on("waitsTooLong", () => tell("onChatCriticalWaitState", { state: true, success: true }));
  events.on("agentStateChanged", ({ state }) =>
    tell("onAgentStateChanged", { state, success: true }),
  );
  events.on("capacityChanged", ({ count }) =>
    tell("onCurrentCapacityChanged", { count: String(count), success: true }),
  );
}

function announceConversations(scene: Scene): void {
  const { events } = scene.chats;
  const tell = (method: string, eventId: string, payload: Payload) =>
    scene.announce(
      { api: "integration", method, payload: { eventId, ...payload, success: true } },
      (args) => args.text("eventId") === eventId,
    );
  events.on("said", ({ chat, message, typed }) => {
    if (message.type === "Visitor") tell("chatOnNewMessage", chat.key, { ...message });
    else if (typed) tell("chatOnAgentSend", chat.key, { ...message });
  });
  events.on("typing", ({ chat, isTyping, sneakPeek }) =>
    tell("chatOnTypingUpdate", chat.key, { isTyping, sneakPeek }),
  );
  events.on("custom", ({ chat, event }) => {
    // Listeners of a kind of event are known by chat and kind in one word.
    if (event.source === "Visitor") {
      tell("chatOnCustomEvent", chat.key + event.type, { ...event });
    }
  });
}
