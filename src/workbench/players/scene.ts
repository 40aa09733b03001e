import { type Signal, signal } from "@preact/signals";
import type { ConsoleFeatures } from "../console/features.ts";
import { CallBoard } from "../console/call-board.ts";
import { ChatDesk } from "../console/chat-desk.ts";
import { Panel } from "../console/panel.ts";
import { PresenceDesk } from "../console/presence-desk.ts";
import { type SalesforceEvent, Subscriptions, type Wanted } from "../console/subscriptions.ts";
import { ConsoleTabs } from "../console/tabs.ts";
import type { RecordStore, WorkbenchRecord } from "../records/store.ts";
import type { ConnectedFrame } from "../wire/frame.ts";
import type { SalesforceOptions } from "./options.ts";
import { defaultLayout, type SoftphoneLayout } from "./softphone-layout.ts";

/** Everything a player may look at or change. */
export interface Scene {
  readonly options: SalesforceOptions;
  readonly store: RecordStore;
  readonly features: ConsoleFeatures;
  readonly layout: SoftphoneLayout;
  readonly tabs: ConsoleTabs;
  readonly panel: Panel;
  readonly calls: CallBoard;
  readonly presence: PresenceDesk;
  readonly chats: ChatDesk;
  readonly subscriptions: Subscriptions;
  readonly titles: Signal<readonly string[]>;
  readonly navigateTo: Signal<string | undefined>;
  /** Tells every frame that asked; `wanted` looks at what it asked for. */
  announce(event: SalesforceEvent, wanted?: Wanted): void;
  /** Loads a page of a feed anew, or the softphone itself. */
  reload(frame: ConnectedFrame): void;
  recordSaved(record: WorkbenchRecord, created: boolean): void;
}

const navigation = [
  { id: "nav-contacts", label: "Contacts", url: "/003/o" },
  { id: "nav-accounts", label: "Accounts", url: "/001/o" },
  { id: "nav-cases", label: "Cases", url: "/500/o" },
];

/** The stage as it is when the page has just loaded. */
export function setScene(
  options: SalesforceOptions,
  acts: Pick<Scene, "announce" | "reload" | "recordSaved">,
): Scene {
  const items = options.navigation ?? navigation;
  const features = featuresOf(options);
  return {
    ...acts,
    options,
    store: options.store,
    features,
    layout: options.layout ?? defaultLayout,
    tabs: new ConsoleTabs({ selected: items[0]?.id ?? "", items }, features),
    panel: panelOf(options),
    calls: new CallBoard(),
    presence: new PresenceDesk(),
    chats: new ChatDesk(),
    subscriptions: new Subscriptions(),
    titles: signal<readonly string[]>([]),
    navigateTo: signal<string | undefined>(undefined),
  };
}

function featuresOf({ features, scenario }: SalesforceOptions): ConsoleFeatures {
  return { ...features, ...scenario?.features };
}

function panelOf({ mode, settings }: SalesforceOptions): Panel {
  return new Panel({
    visible: mode === "tabs",
    width: pixels(settings["/reqGeneralInfo/reqSoftphoneWidth"], 200),
    height: pixels(settings["/reqGeneralInfo/reqSoftphoneHeight"], 400),
  });
}

function pixels(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise;
}
