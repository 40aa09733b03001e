import * as toolkit from "../../../src/toolkits/console/index.ts";
import { ConsoleLink, type ConsoleLinkOptions } from "../../../src/toolkits/console/index.ts";
import { FakeConsole } from "./fake-console.ts";

/** Every chapter over one link, as a page would make them. */
export function chapters(link: ConsoleLink) {
  return {
    browserTitle: new toolkit.BrowserTitle(link),
    button: new toolkit.ComponentButton(link),
    chatAgent: new toolkit.ChatAgent(link),
    chatDetail: new toolkit.ChatDetail(link),
    chatFiles: new toolkit.ChatFiles(link),
    chats: new toolkit.Chats(link),
    conversation: new toolkit.ChatConversation(link),
    cti: new toolkit.Cti(link),
    detection: new toolkit.Detection(link),
    events: new toolkit.Events(link),
    links: new toolkit.TabLinks(link),
    look: new toolkit.TabAppearance(link),
    macros: new toolkit.Macros(link),
    navigation: new toolkit.NavigationTab(link),
    presence: new toolkit.Presence(link),
    primaryTabs: new toolkit.PrimaryTabs(link),
    push: new toolkit.PushNotifications(link),
    session: new toolkit.Session(link),
    sidebar: new toolkit.Sidebar(link),
    subtabs: new toolkit.Subtabs(link),
    tabs: new toolkit.Tabs(link),
    toolkit: new toolkit.Toolkit(link),
    window: new toolkit.ComponentWindow(link),
  };
}

export type Chapters = ReturnType<typeof chapters>;

/** Every chapter over a {@link FakeConsole}, and what was reported. */
export function kit(options: ConsoleLinkOptions & { readonly problem?: string } = {}) {
  const fake = new FakeConsole();
  const reported: unknown[] = [];
  const link = new ConsoleLink(() => options.problem, {
    timeout: 1,
    vendor: () => fake.vendor,
    report: (error) => reported.push(error),
    ...options,
  });
  return { ...chapters(link), fake, reported };
}

export type Kit = ReturnType<typeof kit>;
