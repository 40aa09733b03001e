import type { Stop } from "../../base/emitter.ts";
import { callback } from "./argument.ts";
import { Caller } from "./caller.ts";
import type { ChatEvent, CriticalWait } from "./chat-answers.ts";
import { chatEvent, chatKeys, criticalWait } from "./chat-answers.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorChat } from "./vendor.ts";

/**
 * Follows chats from request to end, accepts and declines them.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class Chats {
  readonly #chat: Caller<VendorChat>;

  constructor(link: ConsoleLink) {
    this.#chat = new Caller(link, ({ chat }) => chat);
  }

  /**
   * Lists the keys of the chats that the agent is in. Since API 29.0.
   *
   * @example
   * ```ts
   * const keys = await chats.getEngagedChats();
   * ```
   */
  getEngagedChats(): Promise<string[]> {
    return this.#chat.get("getEngagedChats", [callback], chatKeys);
  }

  /**
   * Lists the keys of the chats that the agent is offered. Since API 29.0.
   *
   * @example
   * ```ts
   * const [next] = await chats.getChatRequests();
   * ```
   */
  getChatRequests(): Promise<string[]> {
    return this.#chat.get("getChatRequests", [callback], chatKeys);
  }

  /**
   * Accepts a chat. Since API 29.0; from 37.0 not for chats that Omni-Channel routes.
   *
   * @example
   * ```ts
   * await chats.acceptChat(chatKey);
   * ```
   */
  acceptChat(chatKey: string): Promise<void> {
    return this.#chat.do("acceptChat", [chatKey, callback]);
  }

  /**
   * Declines a chat. Since API 29.0; from 37.0 not for chats that Omni-Channel routes.
   *
   * @example
   * ```ts
   * await chats.declineChat(chatKey);
   * ```
   */
  declineChat(chatKey: string): Promise<void> {
    return this.#chat.do("declineChat", [chatKey, callback]);
  }

  /**
   * Ends a chat that the agent is in. Since API 29.0.
   *
   * @example
   * ```ts
   * await chats.endChat(chatKey);
   * ```
   */
  endChat(chatKey: string): Promise<void> {
    return this.#chat.do("endChat", [chatKey, callback]);
  }

  /**
   * Calls `listener` when a chat is offered to the agent. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chats.onChatRequested(({ chatKey }) => offer(chatKey));
   * ```
   */
  onChatRequested(listener: (event: ChatEvent) => void): Stop {
    return this.#chat.listen("onChatRequested", [callback], { decode: chatEvent, listener });
  }

  /**
   * Calls `listener` when a chat begins. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chats.onChatStarted(({ chatKey }) => greet(chatKey));
   * ```
   */
  onChatStarted(listener: (event: ChatEvent) => void): Stop {
    return this.#chat.listen("onChatStarted", [callback], { decode: chatEvent, listener });
  }

  /**
   * Calls `listener` when a chat ends. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chats.onChatEnded(({ chatKey }) => close(chatKey));
   * ```
   */
  onChatEnded(listener: (event: ChatEvent) => void): Stop {
    return this.#chat.listen("onChatEnded", [callback], { decode: chatEvent, listener });
  }

  /**
   * Calls `listener` when a chat is declined. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chats.onChatDeclined(({ chatKey }) => forget(chatKey));
   * ```
   */
  onChatDeclined(listener: (event: ChatEvent) => void): Stop {
    return this.#chat.listen("onChatDeclined", [callback], { decode: chatEvent, listener });
  }

  /**
   * Calls `listener` when a chat goes to another agent. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chats.onChatTransferredOut(({ chatKey }) => forget(chatKey));
   * ```
   */
  onChatTransferredOut(listener: (event: ChatEvent) => void): Stop {
    return this.#chat.listen("onChatTransferredOut", [callback], { decode: chatEvent, listener });
  }

  /**
   * Calls `listener` when a chat is given up by the visitor before the agent accepts it. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chats.onChatCanceled(({ chatKey }) => forget(chatKey));
   * ```
   */
  onChatCanceled(listener: (event: ChatEvent) => void): Stop {
    return this.#chat.listen("onChatCanceled", [callback], { decode: chatEvent, listener });
  }

  /**
   * Calls `listener` when a chat's visitor has waited too long for the agent's answer, and when he no longer does. Since API 29.0.
   *
   * The script listens for the first chat that it is asked for and never tells the console of another; what comes need not
   * name its chat. An event that names another chat is kept back; of one that names none, `chatKey` is undefined, and it
   * may be any chat's. (The manual's syntax line names another method.)
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chats.onChatCriticalWaitState(chatKey, ({ state }) => warn(state));
   * ```
   */
  onChatCriticalWaitState(chatKey: string, listener: (event: CriticalWait) => void): Stop {
    const concerned = (event: CriticalWait) => {
      if ((event.chatKey ?? chatKey) === chatKey) listener(event);
    };
    return this.#chat.listen("onChatCriticalWaitState", [chatKey, callback], {
      decode: criticalWait,
      listener: concerned,
      key: "",
    });
  }
}
