import type { AudioChoices } from "../telephony/audio-choices.ts";
import type { MediaPath, Quiet } from "../telephony/call-quality.ts";
import type {
  CallDirection,
  CallState,
  MicrophoneProblem,
  Party,
  DeclineReason,
} from "../telephony/call.ts";
import type { MediaCommand, MediaReply, MediaReport } from "../telephony/media-port.ts";
import type { SurroundingsCommand, SurroundingsSnapshot } from "./protocol-surroundings.ts";
import type { Account, PhoneErrorCode, Registration } from "../telephony/phone.ts";
import type { RecordRef } from "./protocol-record.ts";
import type { ListCommand, ListSnapshot } from "./protocol-list.ts";
import type { KeptCommand, KeptNumbers } from "./protocol-kept.ts";
import type { CallArrangement, SwitchboardCommand } from "./protocol-switchboard.ts";
import type { DraftCommand, LogDraft, NotesCommand } from "./protocol-log.ts";
import type { PresenceCommand, PresenceRules, PresenceSnapshot } from "./protocol-presence.ts";

export type { DraftNews, LogDraft } from "./protocol-log.ts";
export type { RecordRef } from "./protocol-record.ts";
export type { Availability, PresenceSnapshot } from "./protocol-presence.ts";

/**
 * Number of this protocol. A view and a line that differ in it do not talk: the number is part of the
 * worker's name, so that each release meets its own line.
 */
export const protocolVersion = 1;

/** A call as every view shows it. */
export interface CallSnapshot extends CallArrangement {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: Party;
  /** The number that the caller dialled, when the network tells it. */
  readonly called?: string;
  /** What the network sent along, in the header fields that the administrator named. Text of strangers. */
  readonly attached?: Readonly<Record<string, string>>;
  readonly state: CallState;
  readonly muted: boolean;
  /** When the first message of it was sent or received, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The view that carries the audio; absent while none does. */
  readonly mediaView?: string;
  /** How its sound fares; absent before there was any. */
  readonly sound?: CallSound;
  /** How well it is heard, or was; absent before it was measured. */
  readonly quality?: CallQuality;
  /** What the agent wrote, kept with the call so that it outlives the page. */
  readonly notes: string;
  /** What else the agent wrote for the log. */
  readonly draft?: LogDraft;
  /** The record the call belongs to, as clicked or popped. */
  readonly record?: RecordRef;
  /** The view that pops the record and saves the log. Exactly one; another takes over when it dies. */
  readonly keeper?: string;
  /** What was done for the call in Salesforce. */
  readonly deeds: CallDeeds;
  /** The line that had this call is no more: this is what the journal knew of it. */
  readonly recovered?: boolean;
}

/**
 * How the sound of a call fares over page loads. Times are milliseconds since 1970.
 *
 * - `carried`: a document carries it.
 * - `resuming`: the document that carried it is gone; the next one is being connected.
 * - `refused`: the other side refused to go on with the next document. The call is up, and silent.
 */
export type CallSound = {
  /** How often it came back. */
  readonly resumed: number;
  /** Milliseconds it was gone the last time. */
  readonly gap?: number;
  /** Why the agent cannot be heard, although the call is up. */
  readonly microphone?: MicrophoneProblem;
  /** What has not been heard for some seconds. */
  readonly quiet?: Quiet;
} & (
  | { readonly phase: "carried"; readonly since: number }
  | { readonly phase: "resuming"; readonly since: number }
  | { readonly phase: "refused"; readonly since: number; readonly status: number }
);

/** How well a call is heard, over all the documents that carried it. */
export interface CallQuality {
  /** Seconds that were measured. */
  readonly seconds: number;
  /** How often the sound came back after it was gone. */
  readonly resumed: number;
  /** Mean opinion scores, from 1 to 4.5. */
  readonly mos: { readonly now: number; readonly min: number; readonly average: number };
  /** The scores of the last minute, one for each second, the newest last. */
  readonly history: readonly number[];
  /** Shares of packets that did not arrive: here in the last second and in all, and at the other side. */
  readonly loss: { readonly now: number; readonly average: number; readonly there?: number };
  /** Milliseconds. */
  readonly jitter: { readonly now: number; readonly average: number };
  readonly roundTrip?: number;
  readonly codec?: string;
  readonly path?: MediaPath;
}

/**
 * What became of a deed.
 *
 * - `doing`: the line has written it down and allowed the keeper to do it; never before.
 * - `failed`: it was refused, and surely not done.
 * - `maybe`: the answer was lost: it may have been done.
 * - `skipped`: there is nothing to do.
 */
export type DeedState = "none" | "doing" | "done" | "failed" | "maybe" | "skipped";

export interface CallDeeds {
  readonly pop: DeedState;
  /** How often the CRM was asked to open the caller's record. */
  readonly pops?: number;
  readonly log: DeedState;
  /** Id of the saved Task. Whatever is saved from then on changes that one. */
  readonly logId?: string;
  /** How often saving was refused since the agent last asked for it. */
  readonly attempts?: number;
  /** Why it was refused, in Salesforce's own words. */
  readonly reason?: string;
  /** The log is saved, and notes or record have changed since. */
  readonly changed?: boolean;
  /** The task for what is still to be done after the call; absent before it was asked for. */
  readonly followUp?: SavedDeed;
}

/** How far something is saved; its members are those of {@link CallDeeds} for the log. */
export interface SavedDeed {
  readonly state: DeedState;
  readonly id?: string;
  readonly attempts?: number;
  readonly reason?: string;
  readonly changed?: boolean;
}

/** All that a view knows of the line, sent whole at every change. */
export interface LineSnapshot extends SurroundingsSnapshot {
  readonly registration: Registration;
  /** Who is signed in: `agent@demo.test`. */
  readonly identity?: string;
  /**
   * Who signed the agent out, as long as no view is to sign them in by itself. `crm`: it logged them out; views that
   * come later belong to whoever logged in after that.
   */
  readonly signedOutBy?: "agent" | "crm";
  /** Calls that are up, and ended ones that are not logged yet; oldest first. */
  readonly calls: readonly CallSnapshot[];
  /** Where the line lives. */
  readonly place?: LinePlace;
  /** The view in the phone's own window, while there is one. */
  readonly home?: string;
  /** How many views are attached. */
  readonly views: number;
  /** The view that rings: one that can be heard, if there is one. */
  readonly ringer?: string;
  /** Whether the ring can be heard anywhere; absent until a view has said so. */
  readonly audible?: boolean;
  /** What the agent chose to hear and to be heard with; absent until a view has said so. */
  readonly audio?: AudioChoices;
  /** Why calls and notes would not outlive the browser; absent while they are kept. */
  readonly storage?: "refused" | "full";
  /**
   * Another release of the softphone has the phone. `older`: it finishes its calls, then we take over; `newer`: it
   * took over, and this page should be loaded anew; `same`: none, it is another tab's line.
   */
  readonly otherRelease?: "older" | "newer" | "same";
  /** A number that is dialled as soon as the line is registered. */
  readonly waiting?: WaitingDial;
  /** What the agent does; absent while nobody is signed in. */
  readonly presence?: PresenceSnapshot;
  /** The numbers that the agent calls one after the other. */
  readonly list?: ListSnapshot;
  /** It is known whose the lists are, and what is kept of them: before that none can begin. */
  readonly listsOpen?: boolean;
  /** The view the agent turned to last: it does what is to be done once. */
  readonly front?: string;
}

/**
 * Where a line lives, which decides how a call outlives a page load.
 *
 * - `worker`: in a shared worker. The next page makes a new offer in the same call.
 * - `window`: in a window of its own, which page loads do not touch.
 * - `page`: in the page itself. The next page has to register, and take the call over.
 */
export type LinePlace = "worker" | "window" | "page";

/**
 * Why the browser keeps no line in a worker.
 *
 * - `missing`: it has no shared workers.
 * - `brief`: it has some, and ends them with their last page.
 * - `ended`: it promised to keep ours, and did not.
 * - `foreign`: the server has the worker of another release.
 * - `unreachable`: the worker did not load, or did not answer.
 * - `refused`: it lets the phone store nothing here, and for such a page it starts none.
 */
export type WorkerLack = "missing" | "brief" | "ended" | "foreign" | "unreachable" | "refused";

/** What came of the wish to see the phone's own window; `outOfReach`: it is another tab's, as far as this one knows. */
export type Showing = "shown" | "gone" | "outOfReach";

export interface WaitingDial {
  readonly target: string;
  readonly since: number;
}

/** What a view tells the line. */
export type ToLine =
  /** First message of a view. `active`: whether the agent is looking at it. */
  | {
      readonly type: "attach";
      readonly view: string;
      readonly active: boolean;
      /** It is the phone's own window: it carries the audio of every call, and keeps none in the CRM. */
      readonly home?: boolean;
    }
  /** The view holds its Web Lock from now on: when the lock is released, the view is gone. */
  | { readonly type: "held" }
  | { readonly type: "focus"; readonly active: boolean }
  /** The document is going away. The released Web Lock `switchhook-view-<view>` says the same, later. */
  | { readonly type: "detach" }
  | { readonly type: "signIn"; readonly account: Account }
  /** `loggedOut`: of the CRM, too. What is left to log waits in the journal for this agent's return. */
  | { readonly type: "signOut"; readonly loggedOut?: boolean }
  /** What the administrator chose. `keepCallFor`: milliseconds a call goes on without any view. */
  | ({ readonly type: "configure"; readonly keepCallFor: number } & Partial<PresenceRules>)
  | PresenceCommand
  | ListCommand
  | SurroundingsCommand
  | KeptCommand
  /** Whether the browser lets this view ring. */
  | { readonly type: "audible"; readonly audible: boolean }
  /** The agent chose other devices, or a view tells a new line what was chosen; `first`: only where nobody has. */
  | { readonly type: "chooseAudio"; readonly choices: AudioChoices; readonly first?: boolean }
  /** `row`: of the calling list, which lets each row be dialled once. */
  | {
      readonly type: "dial";
      readonly target: string;
      readonly record?: RecordRef;
      readonly row?: number;
      /** How the number was written, before it became what is dialled. */
      readonly written?: string;
      /** What is keyed in once somebody has answered: an extension, with its pauses. */
      readonly afterAnswer?: string;
      /** The call whose other side is to be sent there, once it was asked. */
      readonly consultsFor?: string;
      /** An emergency number. */
      readonly forHelp?: boolean;
    }
  /** The agent wants the phone in this tab, which another one has. */
  | { readonly type: "usePhoneHere" }
  /** The agent does not want the number dialled any more that waits for the line. */
  | { readonly type: "cancelDial" }
  | { readonly type: "answer"; readonly call: string }
  /** The agent wants to hear the call in this view. */
  | { readonly type: "carry"; readonly call: string }
  /** `reason`: what the caller is told; `declined` when left out. */
  | { readonly type: "decline"; readonly call: string; readonly reason?: DeclineReason }
  /** Sends a caller elsewhere. */
  | { readonly type: "redirect"; readonly call: string; readonly target: string }
  | { readonly type: "hangUp"; readonly call: string }
  | { readonly type: "setMuted"; readonly call: string; readonly muted: boolean }
  | SwitchboardCommand
  | NotesCommand
  | DraftCommand
  | { readonly type: "setRecord"; readonly call: string; readonly record: RecordRef | undefined }
  /**
   * With `doing` the keeper asks to begin: it begins when a snapshot says `doing`, or never. With `sent`, in the same
   * task in which the CRM was asked, it says that the deed may be done from now on: a keeper that leaves before has
   * surely done nothing.
   */
  | {
      readonly type: "deed";
      readonly call: string;
      readonly deed: "pop";
      readonly state: DeedState | "sent";
    }
  | {
      readonly type: "deed";
      readonly call: string;
      readonly deed: "log" | "followUp";
      readonly state: DeedState | "sent";
      /** Id of what was saved. */
      readonly logId?: string;
      /** With `failed`: Salesforce's own words. */
      readonly reason?: string;
    }
  /** The agent is done with an ended call: forget it. */
  | { readonly type: "dismiss"; readonly call: string }
  | { readonly type: "mediaReply"; readonly reply: MediaReply }
  | { readonly type: "mediaReport"; readonly report: MediaReport };

/** What the line tells a view. */
export type ToView =
  /** Said once: the line holds this Web Lock for as long as it lives. */
  | { readonly type: "alive"; readonly lock: string }
  | { readonly type: "snapshot"; readonly snapshot: LineSnapshot }
  /** Recent calls and favourites, for a view that asked. */
  | { readonly type: "kept"; readonly kept: KeptNumbers }
  /** A command of this view could not be carried out. */
  | { readonly type: "refused"; readonly command: ToLine["type"]; readonly code: PhoneErrorCode }
  | { readonly type: "media"; readonly command: MediaCommand };
