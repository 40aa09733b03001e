import type { Callback, Handler } from "./vendor-callbacks.ts";

/**
 * The manual's chapter on Live Agent chat: `sforce.console.chat`.
 *
 * @internal
 */
export interface VendorChat {
  getDetailsByPrimaryTabId(primaryTabId: string, callback: Callback): void;
  getDetailsByChatKey(chatKey: string, callback: Callback): void;
  getChatLog(chatKey: string, callback: Callback): void;
  getAgentInput(chatKey: string, callback?: Callback): void;
  setAgentInput(chatKey: string, text: string, callback?: Callback): void;
  sendMessage(chatKey: string, message: string, callback?: Callback): void;
  sendCustomEvent(chatKey: string, type: string, data: string, callback?: Callback): void;
  getMaxCapacity(callback?: Callback): void;
  getEngagedChats(callback: Callback): void;
  getChatRequests(callback: Callback): void;
  getAgentState(callback?: Callback): void;
  setAgentState(state: string, callback?: Callback): void;
  acceptChat(chatKey: string, callback?: Callback): void;
  declineChat(chatKey: string, callback?: Callback): void;
  endChat(chatKey: string, callback?: Callback): void;
  initFileTransfer(chatKey: string, entityId: string, callback?: Callback): void;
  cancelFileTransferByAgent(chatKey: string, callback?: Callback): void;
  raiseFlag(chatKey: string, message: string, callback?: Callback): void;
  lowerFlag(chatKey: string, callback?: Callback): void;

  onNewMessage(chatKey: string, eventHandler: Handler): void;
  onAgentSend(chatKey: string, eventHandler: Handler): void;
  onTypingUpdate(chatKey: string, eventHandler: Handler): void;
  onCustomEvent(chatKey: string, type: string, eventHandler: Handler): void;
  onAgentStateChanged(eventHandler: Handler): void;
  onCurrentCapacityChanged(eventHandler: Handler): void;
  onChatRequested(eventHandler: Handler): void;
  onChatStarted(eventHandler: Handler): void;
  onChatEnded(eventHandler: Handler): void;
  onChatDeclined(eventHandler: Handler): void;
  onChatTransferredOut(eventHandler: Handler): void;
  onChatCanceled(eventHandler: Handler): void;
  onChatCriticalWaitState(chatKey: string, eventHandler: Handler): void;
  /** Documented as an event, but answered once. */
  onFileTransferCompleted(chatKey: string, callback: Callback): void;
}
