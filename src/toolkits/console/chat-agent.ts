import type { Stop } from "../../base/emitter.ts";
import type { Answer } from "./answer.ts";
import { callback } from "./argument.ts";
import { Caller } from "./caller.ts";
import type { ChatAgentState } from "./chat-answers.ts";
import { agentState, chatCount } from "./chat-answers.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorChat } from "./vendor.ts";

/**
 * Reads and sets whether and for how many chats the agent is there, and calls a supervisor for help.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class ChatAgent {
  readonly #chat: Caller<VendorChat>;

  constructor(link: ConsoleLink) {
    this.#chat = new Caller(link, ({ chat }) => chat);
  }

  /**
   * Tells how many chats the agent may have at once. Since API 29.0.
   *
   * @example
   * ```ts
   * const most = await chatAgent.getMaxCapacity();
   * ```
   */
  getMaxCapacity(): Promise<number> {
    return this.#chat.get("getMaxCapacity", [callback], chatCount);
  }

  /**
   * Tells the agent's state. Since API 29.0.
   *
   * @example
   * ```ts
   * const online = (await chatAgent.getAgentState()) === "Online";
   * ```
   */
  getAgentState(): Promise<ChatAgentState> {
    return this.#chat.get("getAgentState", [callback], agentState);
  }

  /**
   * Sets the agent's state. Since API 29.0.
   *
   * @example
   * ```ts
   * await chatAgent.setAgentState("Away");
   * ```
   */
  setAgentState(state: ChatAgentState): Promise<void> {
    return this.#chat.do("setAgentState", [state, callback]);
  }

  /**
   * Calls `listener` when the agent's state changes. Since API 29.0. From Offline to Away it may say Online in between.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chatAgent.onAgentStateChanged(({ state }) => show(state));
   * ```
   */
  onAgentStateChanged(listener: (event: { readonly state: ChatAgentState }) => void): Stop {
    return this.#chat.listen("onAgentStateChanged", [callback], { decode: stateChange, listener });
  }

  /**
   * Calls `listener` when the number of chats changes that the agent has or was offered. Since API 29.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chatAgent.onCurrentCapacityChanged(({ count }) => show(count));
   * ```
   */
  onCurrentCapacityChanged(listener: (event: { readonly count: number }) => void): Stop {
    return this.#chat.listen("onCurrentCapacityChanged", [callback], {
      decode: countChange,
      listener,
    });
  }

  /**
   * Asks a supervisor for help with a chat. In the script, not in the manual; its first version is not established.
   *
   * @example
   * ```ts
   * await chatAgent.raiseFlag(chatKey, "Please join");
   * ```
   */
  raiseFlag(chatKey: string, message: string): Promise<void> {
    return this.#chat.do("raiseFlag", [chatKey, message, callback]);
  }

  /**
   * Takes the call for help back. In the script, not in the manual; its first version is not established.
   *
   * @example
   * ```ts
   * await chatAgent.lowerFlag(chatKey);
   * ```
   */
  lowerFlag(chatKey: string): Promise<void> {
    return this.#chat.do("lowerFlag", [chatKey, callback]);
  }
}

function stateChange(answer: Answer): { readonly state: ChatAgentState } {
  return { state: agentState(answer) };
}

function countChange(answer: Answer): { readonly count: number } {
  return { count: chatCount(answer) };
}
