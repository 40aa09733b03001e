import { calling, listening, type Entries } from "../entry.ts";
import { choice, maybe, number, text } from "../fields.ts";
import { examples } from "./examples.ts";

const ofCall = { callObjectId: text(examples.call) };
const engaged = { chatKey: text(examples.engagedChat) };
const waiting = { chatKey: text(examples.waitingChat) };

/** The chapter on telephony: what components tell each other of calls. */
const callEntries: Entries = {
  "cti.getCallObjectIds": calling({}, ({ console }) => console.cti.getCallObjectIds()),
  "cti.setCallObjectIds": calling({ id: text(examples.call) }, ({ console }, { id }) =>
    console.cti.setCallObjectIds([id]),
  ),
  "cti.getCallAttachedData": calling(ofCall, ({ console }, { callObjectId }) =>
    console.cti.getCallAttachedData(callObjectId),
  ),
  "cti.setCallAttachedData": calling(
    {
      ...ofCall,
      callData: text('{"ANI":"4155550101"}'),
      callType: choice("inbound", "outbound", "internal"),
    },
    ({ console }, { callObjectId, callData, callType }) =>
      console.cti.setCallAttachedData(callObjectId, callData, callType),
  ),
  "cti.fireOnCallBegin": calling(
    {
      ...ofCall,
      callType: choice("inbound", "outbound", "internal"),
      callLabel: text("Call from Fatima"),
    },
    ({ console }, { callObjectId, ...beginning }) =>
      console.cti.fireOnCallBegin(callObjectId, beginning),
  ),
  "cti.fireOnCallEnd": calling(
    { ...ofCall, callDuration: number(61, "seconds"), callDisposition: text("Resolved") },
    ({ console }, { callObjectId, ...ending }) => console.cti.fireOnCallEnd(callObjectId, ending),
  ),
  "cti.fireOnCallLogSaved": calling({ id: text("00Tj00000000001") }, ({ console }, { id }) =>
    console.cti.fireOnCallLogSaved(id),
  ),
  "cti.sendCTIMessage": calling({ msg: text("/dial?number=4155550101") }, ({ console }, { msg }) =>
    console.cti.sendCTIMessage(msg),
  ),
  "cti.onCallBegin": listening({}, ({ console }, hear) => console.cti.onCallBegin(hear)),
  "cti.onCallEnd": listening(
    { callObjectId: maybe("", "one call only; empty: all") },
    ({ console }, hear, { callObjectId }) => console.cti.onCallEnd(hear, callObjectId),
  ),
  "cti.onCallLogSaved": listening({}, ({ console }, hear) => console.cti.onCallLogSaved(hear)),
  "cti.onSendCTIMessage": listening({}, ({ console }, hear) => console.cti.onSendCTIMessage(hear)),
};

/** The chapter on Omni-Channel. */
const presenceEntries: Entries = {
  "presence.login": calling(
    { statusId: text(examples.presenceStatus) },
    ({ console }, { statusId }) => console.presence.login(statusId),
  ),
  "presence.logout": calling({}, ({ console }) => console.presence.logout()),
  "presence.getServicePresenceStatusId": calling({}, ({ console }) =>
    console.presence.getServicePresenceStatusId(),
  ),
  "presence.getServicePresenceStatusChannels": calling({}, ({ console }) =>
    console.presence.getServicePresenceStatusChannels(),
  ),
  "presence.setServicePresenceStatus": calling(
    { statusId: text(examples.presenceStatus) },
    ({ console }, { statusId }) => console.presence.setServicePresenceStatus(statusId),
  ),
  "presence.getAgentWorks": calling({}, ({ console }) => console.presence.getAgentWorks()),
  "presence.getAgentWorkload": calling({}, ({ console }) => console.presence.getAgentWorkload()),
  "presence.acceptAgentWork": calling(
    { workId: text(examples.offeredWork) },
    ({ console }, { workId }) => console.presence.acceptAgentWork(workId),
  ),
  "presence.declineAgentWork": calling(
    { workId: text(examples.offeredWork), declineReason: maybe("On a call") },
    ({ console }, { workId, declineReason }) =>
      console.presence.declineAgentWork(workId, declineReason),
  ),
  "presence.closeAgentWork": calling(
    { workId: text(examples.acceptedWork) },
    ({ console }, { workId }) => console.presence.closeAgentWork(workId),
  ),
};

/** The chapter on chat: one conversation. */
const conversationEntries: Entries = {
  "chat.getDetailsByPrimaryTabId": calling(
    { primaryTabId: text(examples.engagedChatTab) },
    ({ console }, { primaryTabId }) => console.chatDetail.getDetailsByPrimaryTabId(primaryTabId),
  ),
  "chat.getDetailsByChatKey": calling(engaged, ({ console }, { chatKey }) =>
    console.chatDetail.getDetailsByChatKey(chatKey),
  ),
  "chat.getChatLog": calling(engaged, ({ console }, { chatKey }) =>
    console.chatDetail.getChatLog(chatKey),
  ),
  "chat.getAgentInput": calling(engaged, ({ console }, { chatKey }) =>
    console.chatConversation.getAgentInput(chatKey),
  ),
  "chat.setAgentInput": calling(
    { ...engaged, text: text("How can I help?") },
    ({ console }, given) => console.chatConversation.setAgentInput(given.chatKey, given.text),
  ),
  "chat.sendMessage": calling(
    { ...engaged, message: text("Hello & welcome") },
    ({ console }, { chatKey, message }) => console.chatConversation.sendMessage(chatKey, message),
  ),
  "chat.sendCustomEvent": calling(
    { ...engaged, type: text("offer"), data: text('{"price":12}') },
    ({ console }, { chatKey, type, data }) =>
      console.chatConversation.sendCustomEvent(chatKey, type, data),
  ),
  "chat.onNewMessage": listening(engaged, ({ console }, hear, { chatKey }) =>
    console.chatConversation.onNewMessage(chatKey, hear),
  ),
  "chat.onAgentSend": listening(engaged, ({ console }, hear, { chatKey }) =>
    console.chatConversation.onAgentSend(chatKey, hear),
  ),
  "chat.onTypingUpdate": listening(engaged, ({ console }, hear, { chatKey }) =>
    console.chatConversation.onTypingUpdate(chatKey, hear),
  ),
  "chat.onCustomEvent": listening(
    { ...engaged, type: text("offer") },
    ({ console }, hear, { chatKey, type }) =>
      console.chatConversation.onCustomEvent(chatKey, type, hear),
  ),
  "chat.initFileTransfer": calling(
    { ...engaged, entityId: text(examples.caseId) },
    ({ console }, { chatKey, entityId }) => console.chatFiles.initFileTransfer(chatKey, entityId),
  ),
  "chat.cancelFileTransferByAgent": calling(engaged, ({ console }, { chatKey }) =>
    console.chatFiles.cancelFileTransferByAgent(chatKey),
  ),
  "chat.onFileTransferCompleted": listening(engaged, ({ console }, hear, { chatKey }) =>
    console.chatFiles.onFileTransferCompleted(chatKey, hear),
  ),
  "chat.raiseFlag": calling(
    { ...engaged, message: text("Please help") },
    ({ console }, { chatKey, message }) => console.chatAgent.raiseFlag(chatKey, message),
  ),
  "chat.lowerFlag": calling(engaged, ({ console }, { chatKey }) =>
    console.chatAgent.lowerFlag(chatKey),
  ),
};

/** The chapter on chat: requests, and the agent's state. */
const chatEntries: Entries = {
  "chat.getMaxCapacity": calling({}, ({ console }) => console.chatAgent.getMaxCapacity()),
  "chat.getAgentState": calling({}, ({ console }) => console.chatAgent.getAgentState()),
  "chat.setAgentState": calling(
    { state: choice("Online", "Away", "Offline") },
    ({ console }, { state }) => console.chatAgent.setAgentState(state),
  ),
  "chat.getEngagedChats": calling({}, ({ console }) => console.chats.getEngagedChats()),
  "chat.getChatRequests": calling({}, ({ console }) => console.chats.getChatRequests()),
  "chat.acceptChat": calling(waiting, ({ console }, { chatKey }) =>
    console.chats.acceptChat(chatKey),
  ),
  "chat.declineChat": calling(waiting, ({ console }, { chatKey }) =>
    console.chats.declineChat(chatKey),
  ),
  "chat.endChat": calling(engaged, ({ console }, { chatKey }) => console.chats.endChat(chatKey)),
  "chat.onAgentStateChanged": listening({}, ({ console }, hear) =>
    console.chatAgent.onAgentStateChanged(hear),
  ),
  "chat.onCurrentCapacityChanged": listening({}, ({ console }, hear) =>
    console.chatAgent.onCurrentCapacityChanged(hear),
  ),
  "chat.onChatRequested": listening({}, ({ console }, hear) => console.chats.onChatRequested(hear)),
  "chat.onChatStarted": listening({}, ({ console }, hear) => console.chats.onChatStarted(hear)),
  "chat.onChatEnded": listening({}, ({ console }, hear) => console.chats.onChatEnded(hear)),
  "chat.onChatDeclined": listening({}, ({ console }, hear) => console.chats.onChatDeclined(hear)),
  "chat.onChatTransferredOut": listening({}, ({ console }, hear) =>
    console.chats.onChatTransferredOut(hear),
  ),
  "chat.onChatCanceled": listening({}, ({ console }, hear) => console.chats.onChatCanceled(hear)),
  "chat.onChatCriticalWaitState": listening(waiting, ({ console }, hear, { chatKey }) =>
    console.chats.onChatCriticalWaitState(chatKey, hear),
  ),
};

/** What an agent works on: calls, Omni-Channel, chats. */
export const workEntries: Entries = {
  ...callEntries,
  ...presenceEntries,
  ...conversationEntries,
  ...chatEntries,
};
