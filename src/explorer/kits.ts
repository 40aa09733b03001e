import * as console from "../toolkits/console/index.ts";
import { Cti, EntityFeed, Interaction, type Connection } from "../toolkits/opencti/index.ts";

/** What the methods are called on: one object of every class of both toolkits. */
export interface Kits {
  readonly opencti: ReturnType<typeof openCti>;
  readonly console: ReturnType<typeof consoleChapters>;
  /** Who listens for an event of the console by name, so that `removeEventListener` can let him go. */
  readonly named: Map<string, (event: unknown) => void>;
}

/** How the toolkits are to be made. */
export interface KitOptions {
  readonly timeout?: number;
  /** Hears what no caller can hear. */
  readonly report?: (error: unknown) => void;
}

type Connected = Pick<
  Connection<"interaction" | "console">,
  "interaction" | "console" | "apiVersion"
>;

/**
 * Both toolkits, complete.
 *
 * @param connected - What `connect` found; with a text instead, why it found nothing: then every call is `unavailable`.
 */
export function makeKits(connected: Connected | string, options: KitOptions = {}): Kits {
  const found = typeof connected === "string" ? undefined : connected;
  const problem = typeof connected === "string" ? connected : undefined;
  const link = new console.ConsoleLink(() => problem, {
    ...options,
    vendor: () => found?.console,
  });
  return {
    opencti: openCti(found, options),
    console: consoleChapters(link),
    named: new Map(),
  };
}

function openCti(found: Connected | undefined, options: KitOptions) {
  const all = { ...options, ...(found && { apiVersion: found.apiVersion }) };
  return {
    interaction: new Interaction(found?.interaction, all),
    cti: new Cti(found?.interaction.cti, all),
    entityFeed: new EntityFeed(found?.interaction.entityFeed, all),
  };
}

function consoleChapters(link: console.ConsoleLink) {
  return {
    browserTitle: new console.BrowserTitle(link),
    chatAgent: new console.ChatAgent(link),
    chatConversation: new console.ChatConversation(link),
    chatDetail: new console.ChatDetail(link),
    chatFiles: new console.ChatFiles(link),
    chats: new console.Chats(link),
    button: new console.ComponentButton(link),
    window: new console.ComponentWindow(link),
    cti: new console.Cti(link),
    detection: new console.Detection(link),
    events: new console.Events(link),
    macros: new console.Macros(link),
    navigationTab: new console.NavigationTab(link),
    presence: new console.Presence(link),
    primaryTabs: new console.PrimaryTabs(link),
    pushNotifications: new console.PushNotifications(link),
    session: new console.Session(link),
    sidebar: new console.Sidebar(link),
    subtabs: new console.Subtabs(link),
    tabAppearance: new console.TabAppearance(link),
    tabLinks: new console.TabLinks(link),
    tabs: new console.Tabs(link),
    toolkit: new console.Toolkit(link),
  };
}
