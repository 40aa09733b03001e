import type { Answer } from "./answer.ts";
import {
  answerOf,
  flag,
  json,
  malformed,
  maybeFlag,
  maybeText,
  name,
  number,
  records,
  text,
  texts,
} from "./answer.ts";

/** An agent's state in chat. */
export type ChatAgentState = "Online" | "Away" | "Offline";

/** What is known of a chat. Which keys come is Salesforce's choice. */
export interface ChatDetails {
  readonly chatKey: string | undefined;
  /** The visitor's name. */
  readonly name: string | undefined;
  readonly ipAddress: string | undefined;
  readonly isEngaged: boolean | undefined;
  readonly isEnded: boolean | undefined;
  readonly liveChatButtonId: string | undefined;
  readonly liveChatDeploymentId: string | undefined;
  /** Everything, as it came: times, `breadcrumbs`, `customDetails`, `geoLocation`, `visitorInfo` among others. Check before use. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A chat by the tab it is in. Both are undefined when there is no such chat. */
export interface ChatOnTab {
  readonly primaryTabId: string | undefined;
  readonly details: ChatDetails | undefined;
}

/** Something that was said. */
export interface ChatMessage {
  readonly content: string;
  /** Who said it. */
  readonly name: string | undefined;
  /** Such as `Agent` or `Visitor`. */
  readonly type: string | undefined;
  /** As it came; milliseconds since 1970 have been seen. */
  readonly timestamp: string | undefined;
}

/** A custom event of a chat. */
export interface ChatCustomEvent {
  readonly type: string;
  readonly data: string | undefined;
  /** Who fired it. */
  readonly source: string | undefined;
  /** As it came. */
  readonly timestamp: string | undefined;
}

/** Everything that was said and done in a chat. */
export interface ChatLog {
  readonly messages: readonly ChatMessage[];
  readonly customEvents: readonly ChatCustomEvent[];
}

/** The visitor is typing, or stopped. */
export interface TypingUpdate {
  readonly isTyping: boolean;
  /** What he has typed so far, where the org allows a look; else empty. */
  readonly sneakPeek: string;
}

/** Something happened to a chat. */
export interface ChatEvent {
  readonly chatKey: string;
}

/** A visitor waits too long for the agent's answer, or no longer does. */
export interface CriticalWait {
  readonly state: boolean;
  /** The chat; undefined when the console does not say, as it need not. */
  readonly chatKey: string | undefined;
}

/** `details` is parsed by the script; a page of Salesforce's own may get it as JSON text. */
export function chatOnTab(answer: Answer): ChatOnTab {
  const details = json(answer, "details") ?? undefined;
  return {
    primaryTabId: maybeText(answer, "primaryTabId"),
    details: details && chatDetails(answerOf(answer.method, details)),
  };
}

function chatDetails(answer: Answer): ChatDetails {
  return {
    chatKey: maybeText(answer, "chatKey"),
    name: maybeText(answer, "name"),
    ipAddress: maybeText(answer, "ipAddress"),
    isEngaged: maybeFlag(answer, "isEngaged"),
    isEnded: maybeFlag(answer, "isEnded"),
    liveChatButtonId: maybeText(answer, "liveChatButtonId"),
    liveChatDeploymentId: maybeText(answer, "liveChatDeploymentId"),
    raw: answer.fields,
  };
}

export function chatMessage(answer: Answer): ChatMessage {
  return {
    content: text(answer, "content"),
    name: maybeText(answer, "name"),
    type: maybeText(answer, "type"),
    timestamp: maybeText(answer, "timestamp"),
  };
}

export function chatCustomEvent(answer: Answer): ChatCustomEvent {
  return {
    type: text(answer, "type"),
    data: maybeText(answer, "data"),
    source: maybeText(answer, "source"),
    timestamp: maybeText(answer, "timestamp"),
  };
}

export function chatLog(answer: Answer): ChatLog {
  return {
    messages: records(answer, "messages").map(chatMessage),
    customEvents: records(answer, "customEvents").map(chatCustomEvent),
  };
}

export function agentInput(answer: Answer): string {
  return text(answer, "text");
}

export function typingUpdate(answer: Answer): TypingUpdate {
  return { isTyping: flag(answer, "isTyping"), sneakPeek: maybeText(answer, "sneakPeek") ?? "" };
}

/** A count of chats; it travels as text. */
export function chatCount(answer: Answer): number {
  return number(answer, "count");
}

export function chatKeys(answer: Answer): string[] {
  return texts(answer, "chatKey");
}

const states: readonly ChatAgentState[] = ["Online", "Away", "Offline"];

export function agentState(answer: Answer): ChatAgentState {
  const given = text(answer, "state");
  const state = states.find((known) => known === given);
  if (!state) throw malformed(answer.method, "state is no state of an agent");
  return state;
}

export function chatEvent(answer: Answer): ChatEvent {
  return { chatKey: name(answer, "chatKey") };
}

export function criticalWait(answer: Answer): CriticalWait {
  const chatKey = maybeText(answer, "chatKey") ?? maybeText(answer, "chatId");
  return { state: flag(answer, "state"), chatKey };
}
