import type { ReadonlySignal } from "@preact/signals";
import type { WorkbenchRecord } from "../records/store.ts";
import type { FrameDetails } from "../wire/frame.ts";

/** A primary tab or a subtab. Ids look like Salesforce's: `scc-pt-1`, `scc-st-4`. */
export interface ConsoleTab {
  readonly id: string;
  /** Address relative to the org, or an absolute one of an allowed host. */
  readonly url: string;
  readonly label: string;
  /** Name given by the opener; the `...ByName` methods find it. */
  readonly name?: string;
  /** Record on it, when the address names one. */
  readonly recordId?: string;
  readonly iconUrl?: string;
  readonly textColor?: string;
  /** CSS declarations for the tab, as a component set them. */
  readonly style?: string;
  readonly pinned: boolean;
  /** Unsaved changes: closing asks first. */
  readonly dirty: boolean;
  readonly closable: boolean;
  /** Raised to make the page inside load again. */
  readonly revision: number;
}

export interface PrimaryTab extends ConsoleTab {
  /** The Id by which the tab's own page comes to the front, before its subtabs. */
  readonly detailsId?: string;
  readonly subtabs: readonly ConsoleTab[];
  /** Which subtab is in front; absent when the primary tab's own page is. */
  readonly focusedSubtab?: string;
}

/** What the console's window shows. */
export interface ConsoleState {
  readonly primaryTabs: readonly PrimaryTab[];
  /** Absent when the navigation tab is in front. */
  readonly focusedPrimaryTab?: string;
  readonly navigation: {
    readonly selected: string;
    readonly items: readonly {
      readonly id: string;
      readonly label: string;
      readonly url: string;
    }[];
  };
}

/** The softphone's frame: a panel above the console's footer, or a box in the sidebar of a standard tab. */
export interface SoftphonePanel {
  readonly visible: boolean;
  readonly width: number;
  readonly height: number;
  /** The footer's button. */
  readonly button: {
    readonly text: string;
    /** CSS declarations for font, colour and background, as the softphone set them. */
    readonly style: string;
    readonly blink?: { readonly text: string; readonly interval: number };
    readonly scroll?: { readonly interval: number };
    readonly iconUrl?: string;
    readonly width?: number;
  };
  readonly popoutable: boolean;
  readonly poppedOut: boolean;
  readonly clickToDial: boolean;
}

/** One message that crossed, for the Wire panel. */
export interface WireEntry {
  readonly at: number;
  readonly direction: "toSalesforce" | "toSoftphone";
  readonly frame: string;
  /** The message as it was posted. */
  readonly raw: string;
  /** The same, decoded; absent when it cannot be. */
  readonly decoded?: unknown;
  /** Why it was refused or ignored, if it was. */
  readonly problem?: string;
}

/** What a number in the page sends when it is clicked. */
export interface ClickToDial {
  readonly number: string;
  readonly recordId?: string;
  /** Text of `support:clickToDial`'s `params`. */
  readonly params?: string;
}

/** Salesforce as played in one browser window: all that the desk shows, and all that an agent can do to it. */
export interface PlayedSalesforce {
  readonly mode: "console" | "tabs";
  readonly console: ReadonlySignal<ConsoleState>;
  readonly softphone: ReadonlySignal<SoftphonePanel>;
  readonly wire: ReadonlySignal<readonly WireEntry[]>;
  /** Texts that take turns in the browser's title. */
  readonly titleQueue: ReadonlySignal<readonly string[]>;
  /** Address a standard tab is to load next, set by a pop; the desk goes there. */
  readonly navigateTo: ReadonlySignal<string | undefined>;

  /** Omni-Channel, as the agent's own panel and the world beyond it see it; absent in standard tabs. */
  readonly omni?: PlayedOmni;

  /** Tells the player which frame is the softphone's. Returns what forgets it. */
  connectFrame(frame: HTMLIFrameElement, details: FrameDetails): () => void;
  /** The agent clicked a number. */
  clickToDial(click: ClickToDial): void;
  /** The agent clicked the softphone's button. */
  toggleSoftphone(): void;
  open(url: string, where?: { readonly newTab?: boolean; readonly subtabOf?: string }): void;
  focusTab(id: string): void;
  closeTab(id: string): void;
  selectNavigation(id: string): void;
  pinTab(id: string, pinned: boolean): void;
  setDirty(id: string, dirty: boolean): void;
  logOut(): void;
  /** A page of the desk saved a record by itself: tells who asked for push notifications. */
  recordSaved(record: WorkbenchRecord, created: boolean): void;
}

/** What an agent can do in Omni-Channel's panel, and what can happen to them there. */
export interface PlayedOmni {
  /** Id; absent while the agent is signed out. */
  readonly status: string | undefined;
  readonly statuses: readonly { readonly statusId: string; readonly statusName: string }[];
  readonly works: readonly { readonly workId: string; readonly isEngaged: boolean }[];
  setStatus(statusId: string): void;
  /** A chat is offered. */
  assign(): void;
  accept(workId: string): void;
  close(workId: string): void;
  on(name: "changed", listener: () => void): () => void;
}
