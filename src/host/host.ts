import type { Listenable } from "../base/emitter.ts";
import type { CallLayout, CrmPage, Found, OpenOptions } from "./call-layout.ts";
import type { CrmRecord } from "./crm-record.ts";
import type { WorkDesk } from "./work-desk.ts";
import type { PageRequest, PhoneNews } from "./page-events.ts";

export type { CrmRecord } from "./crm-record.ts";

/** Where the softphone finds itself. */
export type Surface =
  /** One window with tabs inside; the softphone stays while the agent moves about. */
  | "console"
  /** Ordinary pages; each click loads a new one, and the softphone with it. */
  | "tabs"
  /** No CRM around it. */
  | "none";

/** The agent clicked a number in the CRM. */
export interface DialRequest {
  readonly number: string;
  /** The record the number belongs to, when the CRM says so. */
  readonly record?: CrmRecord;
  /** The country of the number, by code or name, when the page says so. */
  readonly country?: string;
}

/** A call as the CRM is to remember it. */
export interface CallLog {
  readonly subject: string;
  readonly direction: "incoming" | "outgoing" | "internal";
  /** Whole seconds of conversation; 0 when nobody answered. */
  readonly seconds: number;
  /** Id of the call, for those who look for duplicates. */
  readonly callId: string;
  /** In a word or two: `Answered`, `Busy`, `No answer`. */
  readonly disposition: string;
  readonly notes: string;
  readonly record?: CrmRecord;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly type?: string;
  /** The CRM's own names of further fields, with their values. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The CRM's own name of what saves it in place of the usual. */
  readonly method?: string;
  /** What was saved of this call before: that is changed, and nothing new made. */
  readonly savedId?: string;
}

/** What is still to be done after a call. */
export interface FollowUpTask {
  readonly subject: string;
  /** A day, as `yyyy-mm-dd`. */
  readonly on: string;
  readonly record?: CrmRecord;
  /** What was saved of it before: that is changed. */
  readonly savedId?: string;
}

/** Somebody in the CRM who can be called. */
export interface Person extends CrmRecord {
  /** As the CRM has them written; empty where it names several people and tells no numbers. */
  readonly numbers: readonly string[];
  /** By code or name, when the CRM says so. */
  readonly country?: string;
}

/** An entry of the company's directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly number: string;
  readonly description: string;
}

/** A page of the directory. */
export interface DirectoryPage {
  readonly entries: readonly DirectoryEntry[];
  /** Whether another page follows. */
  readonly more: boolean;
}

/** How the agent's eye is drawn to the softphone. */
export interface AttentionSign {
  readonly text: string;
  /** Mark the softphone's button with text, colour and picture. */
  readonly button: boolean;
  /** Let the button's text blink. */
  readonly blink: boolean;
  /** Let the browser's title say it, for when another tab is in front. */
  readonly title: boolean;
  readonly colour: string;
  /** Address of a picture for the button; empty for none. */
  readonly icon: string;
}

export interface HostEvents {
  /** A log was saved, but without these fields: the CRM refuses them to this agent. */
  logReduced: { readonly callId: string; readonly fields: readonly string[] };
  /** The agent pressed one of the CRM's own keyboard shortcuts, by its name. */
  keysPressed: { readonly name: string };
  /** Another page of the CRM asks something of the phone. Whether it may is for the administrator to say. */
  pageAsked: PageRequest;
  /** The agent moved to another page; `undefined` when it shows no record. */
  recordFocused: { readonly record: CrmRecord | undefined };
  /** The softphone was shown or hidden by the page around it. */
  visibilityChanged: { readonly visible: boolean };
  /** The agent is being logged out of the CRM. There is time for little. */
  loggedOut: Record<string, never>;
}

/**
 * Why the host did not do as asked.
 *
 * - `unsupported`: this surface has no such ability.
 * - `refused`: the CRM answered no; `message` carries its own words.
 * - `silent`: the CRM did not answer in time. What was asked may have been done.
 * - `failed`: anything else; see `cause`.
 * - `noAddress`: our own address does not say which page embeds us, so the CRM cannot be spoken to.
 * - `noScript`: what it takes to speak to the CRM could not be loaded.
 */
export type HostErrorCode =
  "unsupported" | "refused" | "silent" | "failed" | "noAddress" | "noScript";

/** The only error a {@link Host} rejects with. Branch on {@link HostError.code}. */
export class HostError extends Error {
  override readonly name = "HostError";
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The numbers on the CRM's pages. They are within reach before the CRM has said anything of itself. */
export interface ClickableNumbers extends Listenable<{ dialRequested: DialRequest }> {
  /** Lets the agent dial by clicking numbers, or stops it. Rejects with {@link HostError} only. */
  setClickToDial(enabled: boolean): Promise<void>;
}

/** What the softphone asks of the page that embeds it. Every promise settles, and within some seconds unless it says so. */
export interface Host extends Listenable<HostEvents> {
  readonly surface: Surface;
  /** The administrator's settings as the CRM keeps them: `/section/item` to text. */
  readSettings(): Promise<Readonly<Record<string, string>>>;
  /** How the administrator wants calls of this kind shown, and what opened for them. */
  callLayout(direction: CallLog["direction"]): Promise<CallLayout>;
  /** Looks for records that any of these texts fits; opens nothing. */
  find(texts: readonly string[], direction: CallLog["direction"]): Promise<Found>;
  /** Looks for a caller, and lets the CRM itself open what the administrator chose, in whichever window. */
  findAndPop(texts: readonly string[], direction: CallLog["direction"]): Promise<Found>;
  /** Opens a page where the agent works. */
  openPage(page: CrmPage, options?: OpenOptions): Promise<void>;
  /** Whether the agent's screen already shows a page. */
  isShown(page: CrmPage): Promise<boolean>;
  /** Whether the agent is editing the page on the screen, as far as its address tells. */
  isEditing(): Promise<boolean>;
  /** People whose name begins like this; opens nothing. */
  findPeople(name: string): Promise<readonly Person[]>;
  /** A page of the company's directory, counted from 0. */
  directory(page: number): Promise<DirectoryPage>;
  /** The record on the agent's screen. */
  focusedRecord(): Promise<CrmRecord | undefined>;
  /**
   * Saves a call, and returns the Id of what was saved (`undefined` when the CRM does not tell). Waits up to a minute:
   * an answer that comes late still tells that nothing has to be saved again.
   */
  saveCall(log: CallLog): Promise<string | undefined>;
  /** Saves what is still to be done after a call as a task of its own, with the same answers. */
  saveFollowUp(task: FollowUpTask): Promise<string | undefined>;
  /** Whether the administrator's rule of that name allows to call somebody now, asked anew each time. */
  mayCall(request: DialRequest, rule: string): Promise<boolean>;
  /** Shows or hides the softphone, where it can be hidden. */
  setVisible(visible: boolean): Promise<void>;
  isVisible(): Promise<boolean>;
  /** Fits the place given to the softphone to what it shows, in pixels. */
  setHeight(pixels: number): Promise<void>;
  /** Draws the agent's eye to the softphone, or stops that with `undefined`. */
  setAttention(sign: AttentionSign | undefined): Promise<void>;
  /** Keeps the softphone from being dragged out of its window, which would load it anew; `false` allows it again. */
  lockPlace(locked: boolean): Promise<void>;
  /** Hears the CRM's own keyboard shortcuts of these names, for as long as the page lives. */
  listenForKeys(names: readonly string[]): Promise<void>;
  /** Where the CRM hands out other work; `undefined` where it has no such place. */
  workDesk(): Promise<WorkDesk | undefined>;
  /** Tells the CRM's other pages how the phone is: those that asked, and in a console whoever listens. */
  tellPages(news: PhoneNews): void;
  /** Says once that the softphone is up, so that no standby takes its place. */
  announceReady(): void;
}
