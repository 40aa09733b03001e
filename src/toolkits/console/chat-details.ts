import { callback } from "./argument.ts";
import { Caller } from "./caller.ts";
import type { ChatLog, ChatOnTab } from "./chat-answers.ts";
import { chatLog, chatOnTab } from "./chat-answers.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorChat } from "./vendor.ts";

/**
 * Reads what is known of a chat.
 *
 * Every promise rejects with `ToolkitError` only. When the console answers with text that is no JSON, the script itself
 * stumbles before it calls back, and the promise rejects with `timeout`.
 */
export class ChatDetail {
  readonly #chat: Caller<VendorChat>;

  constructor(link: ConsoleLink) {
    this.#chat = new Caller(link, ({ chat }) => chat);
  }

  /**
   * Reads what is known of the chat on a primary tab. Since API 29.0.
   *
   * @example
   * ```ts
   * const { details } = await chatDetail.getDetailsByPrimaryTabId("scc-pt-1");
   * ```
   */
  getDetailsByPrimaryTabId(primaryTabId: string): Promise<ChatOnTab> {
    return this.#chat.get("getDetailsByPrimaryTabId", [primaryTabId, callback], chatOnTab);
  }

  /**
   * Reads what is known of a chat. Since API 29.0.
   *
   * @example
   * ```ts
   * const { primaryTabId } = await chatDetail.getDetailsByChatKey(chatKey);
   * ```
   */
  getDetailsByChatKey(chatKey: string): Promise<ChatOnTab> {
    return this.#chat.get("getDetailsByChatKey", [chatKey, callback], chatOnTab);
  }

  /**
   * Reads everything that was said and done in a chat. Since API 29.0.
   *
   * @example
   * ```ts
   * const { messages } = await chatDetail.getChatLog(chatKey);
   * ```
   */
  getChatLog(chatKey: string): Promise<ChatLog> {
    return this.#chat.get("getChatLog", [chatKey, callback], chatLog);
  }
}
