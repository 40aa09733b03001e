import { Emitter } from "../../base/emitter.ts";
import { omit } from "./omit.ts";
import { SalesforceError } from "./salesforce-error.ts";

export interface ChatMessage {
  readonly content: string;
  readonly name: string;
  readonly type: "Visitor" | "Agent";
  readonly timestamp: string;
}

export interface ChatCustomEvent {
  readonly source: "Visitor" | "Agent";
  readonly type: string;
  readonly data: string;
  readonly timestamp: string;
}

export type ChatPhase = "requested" | "engaged" | "ended";

/** One conversation with a visitor of a web page. */
export interface Chat {
  readonly key: string;
  readonly visitor: string;
  readonly phase: ChatPhase;
  readonly messages: readonly ChatMessage[];
  readonly customEvents: readonly ChatCustomEvent[];
  /** What stands in the agent's input field. */
  readonly input: string;
  readonly flag?: string;
  readonly primaryTabId?: string;
}

export interface ChatEvents {
  requested: Chat;
  started: Chat;
  ended: Chat;
  declined: Chat;
  transferred: Chat;
  cancelled: Chat;
  waitsTooLong: Chat;
  /** Text of the visitor, or typed by the agent himself. */
  said: { readonly chat: Chat; readonly message: ChatMessage; readonly typed: boolean };
  typing: { readonly chat: Chat; readonly isTyping: boolean; readonly sneakPeek: string };
  custom: { readonly chat: Chat; readonly event: ChatCustomEvent };
  fileTransferred: { readonly chat: Chat; readonly attachmentId: string };
  agentStateChanged: { readonly state: string };
  capacityChanged: { readonly count: number };
}

type Leaving = "ended" | "declined" | "transferred" | "cancelled";
type Change = Partial<Omit<Chat, "key">>;

/** The agent's chats: the toolkit's side, and what a visitor can do. */
export class ChatDesk {
  readonly events = new Emitter<ChatEvents>();
  readonly maxCapacity = 3;
  #state = "Offline";
  #chats: readonly Chat[] = [];

  get agentState(): string {
    return this.#state;
  }

  setAgentState(state: string): void {
    if (!["Online", "Away", "Offline"].includes(state)) {
      throw new SalesforceError("notFound", `No state ${state}`);
    }
    this.#state = state;
    this.events.emit("agentStateChanged", { state });
  }

  in(phase: ChatPhase): readonly Chat[] {
    return this.#chats.filter((chat) => chat.phase === phase);
  }

  get(key: string): Chat {
    const chat = this.#chats.find((each) => each.key === key);
    if (chat === undefined) throw new SalesforceError("notFound", `No chat ${key}`);
    return chat;
  }

  inTab(primaryTabId: string): Chat {
    const chat = this.#chats.find((each) => each.primaryTabId === primaryTabId);
    if (chat === undefined) throw new SalesforceError("notFound", `No chat in ${primaryTabId}`);
    return chat;
  }

  /** A visitor asks for a chat. */
  request(key: string, visitor: string): void {
    const chat = { key, visitor, phase: "requested", messages: [], customEvents: [], input: "" };
    this.#chats = [...this.#chats, chat as Chat]; // TypeScript widens the phase of a literal.
    this.events.emit("requested", this.get(key));
    this.#weigh();
  }

  accept(key: string, primaryTabId: string): void {
    this.#expect(key, "requested");
    this.alter(key, { phase: "engaged", primaryTabId });
    this.events.emit("started", this.get(key));
    this.#weigh();
  }

  decline(key: string): void {
    this.#expect(key, "requested");
    this.#leave(key, "declined");
  }

  end(key: string): void {
    this.#expect(key, "engaged");
    this.#leave(key, "ended");
  }

  transfer(key: string): void {
    this.#expect(key, "engaged");
    this.#leave(key, "transferred");
  }

  /** The visitor gave up waiting. */
  cancel(key: string): void {
    this.#expect(key, "requested");
    this.#leave(key, "cancelled");
  }

  /** Somebody says something; `typed`: by hand in the chat's own window. */
  say(key: string, said: { content: string; type: ChatMessage["type"]; typed: boolean }): void {
    const { messages, visitor } = this.#expect(key, "engaged");
    const { content, type, typed } = said;
    const name = type === "Visitor" ? visitor : "Agent";
    const message = { content, name, type, timestamp: String(Date.now()) };
    this.alter(key, { messages: [...messages, message] });
    this.events.emit("said", { chat: this.get(key), message, typed });
  }

  sendCustom(key: string, sent: Omit<ChatCustomEvent, "timestamp">): void {
    const { customEvents } = this.#expect(key, "engaged");
    const event = { ...sent, timestamp: String(Date.now()) };
    this.alter(key, { customEvents: [...customEvents, event] });
    this.events.emit("custom", { chat: this.get(key), event });
  }

  alter(key: string, change: Change): void {
    const altered = { ...this.get(key), ...change };
    this.#chats = this.#chats.map((chat) => (chat.key === key ? altered : chat));
  }

  lowerFlag(key: string): void {
    const rest = omit(this.get(key), "flag");
    this.#chats = this.#chats.map((chat) => (chat.key === key ? rest : chat));
  }

  #expect(key: string, phase: ChatPhase): Chat {
    const chat = this.get(key);
    if (chat.phase === phase) return chat;
    throw new SalesforceError("notAllowed", `Chat ${key} is ${chat.phase}`);
  }

  #leave(key: string, event: Leaving): void {
    this.alter(key, { phase: "ended" });
    this.events.emit(event, this.get(key));
    this.#weigh();
  }

  #weigh(): void {
    const count = this.in("requested").length + this.in("engaged").length;
    this.events.emit("capacityChanged", { count });
  }
}
