import type { Stop } from "../../base/emitter.ts";
import { asText, callback } from "./argument.ts";
import { Caller } from "./caller.ts";
import type { ChatCustomEvent, ChatMessage, TypingUpdate } from "./chat-answers.ts";
import { agentInput, chatCustomEvent, chatMessage, typingUpdate } from "./chat-answers.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorChat } from "./vendor.ts";

/**
 * Takes part in a chat: what the agent types, what either side says, and custom events.
 *
 * Every promise rejects with `ToolkitError` only. The script is told once for each event and chat, whoever listens how often.
 */
export class ChatConversation {
  readonly #chat: Caller<VendorChat>;

  constructor(link: ConsoleLink) {
    this.#chat = new Caller(link, ({ chat }) => chat);
  }

  /**
   * Reads what the agent has typed but not sent. Since API 29.0.
   *
   * @example
   * ```ts
   * const draft = await conversation.getAgentInput(chatKey);
   * ```
   */
  getAgentInput(chatKey: string): Promise<string> {
    return this.#chat.get("getAgentInput", [chatKey, callback], agentInput);
  }

  /**
   * Replaces what the agent has typed but not sent. Since API 29.0.
   *
   * @example
   * ```ts
   * await conversation.setAgentInput(chatKey, "How can I help?");
   * ```
   */
  setAgentInput(chatKey: string, text: string): Promise<void> {
    return this.#chat.do("setAgentInput", [chatKey, text, callback]);
  }

  /**
   * Sends a message as the agent. Since API 29.0.
   *
   * @example
   * ```ts
   * await conversation.sendMessage(chatKey, "Hello");
   * ```
   */
  sendMessage(chatKey: string, message: string): Promise<void> {
    return this.#chat.do("sendMessage", [chatKey, message, callback]);
  }

  /**
   * Fires a custom event at the visitor's page. Since API 29.0.
   *
   * @param data - An object is sent as JSON text.
   * @example
   * ```ts
   * await conversation.sendCustomEvent(chatKey, "ACME:offer", { price: 12 });
   * ```
   */
  sendCustomEvent(chatKey: string, type: string, data: string | object): Promise<void> {
    return this.#chat.do("sendCustomEvent", [chatKey, type, asText(data), callback]);
  }

  /**
   * Calls `listener` when the visitor sends a message. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = conversation.onNewMessage(chatKey, ({ content }) => show(content));
   * ```
   */
  onNewMessage(chatKey: string, listener: (event: ChatMessage) => void): Stop {
    return this.#chat.listen("onNewMessage", [chatKey, callback], {
      decode: chatMessage,
      listener,
    });
  }

  /**
   * Calls `listener` when the agent sends a message from the chat's window; not for `sendMessage`. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = conversation.onAgentSend(chatKey, ({ content }) => show(content));
   * ```
   */
  onAgentSend(chatKey: string, listener: (event: ChatMessage) => void): Stop {
    return this.#chat.listen("onAgentSend", [chatKey, callback], { decode: chatMessage, listener });
  }

  /**
   * Calls `listener` when what the visitor is typing changes. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = conversation.onTypingUpdate(chatKey, ({ sneakPeek }) => show(sneakPeek));
   * ```
   */
  onTypingUpdate(chatKey: string, listener: (event: TypingUpdate) => void): Stop {
    return this.#chat.listen("onTypingUpdate", [chatKey, callback], {
      decode: typingUpdate,
      listener,
    });
  }

  /**
   * Calls `listener` at each custom event of one type in a chat. Since API 29.0.
   *
   * The script tells chat and type apart only by the two texts run together, so the type is compared here once more.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = conversation.onCustomEvent(chatKey, "ACME:accepted", ({ data }) => book(data));
   * ```
   */
  onCustomEvent(chatKey: string, type: string, listener: (event: ChatCustomEvent) => void): Stop {
    const concerned = (event: ChatCustomEvent) => {
      if (event.type === type) listener(event);
    };
    return this.#chat.listen("onCustomEvent", [chatKey, type, callback], {
      decode: chatCustomEvent,
      listener: concerned,
    });
  }
}
