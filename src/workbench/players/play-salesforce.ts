import { pageInfo } from "../console/page-info.ts";
import type { ChatDesk } from "../console/chat-desk.ts";
import { playedOmni } from "../console/played-omni.ts";
import type { PresenceDesk } from "../console/presence-desk.ts";
import type { SalesforceEvent, Wanted } from "../console/subscriptions.ts";
import type { PlayedSalesforce } from "../console/state.ts";
import type { ConsoleTabs } from "../console/tabs.ts";
import type { WorkbenchRecord } from "../records/store.ts";
import type { ConnectedFrame } from "../wire/frame.ts";
import { Reception } from "../wire/reception.ts";
import { WireLog } from "../wire/wire-log.ts";
import { announceChats } from "./console/chat-events.ts";
import { announcePresence } from "./console/presence.ts";
import { announceTabs } from "./console/tab-events.ts";
import { Dispatch } from "./dispatch.ts";
import { frontPage } from "./opencti/pages.ts";
import type { SalesforceOptions } from "./options.ts";
import { clickToDial, logOut, open, setDirty, showHistory, toggleSoftphone } from "./played.ts";
import { type Scene, setScene } from "./scene.ts";

/** Salesforce as played, with what others than the agent can do to it. */
export interface SalesforceOnStage extends PlayedSalesforce {
  readonly tabs: ConsoleTabs;
  /** Omni-Channel: assign work, look at the agent's status. */
  readonly presence: PresenceDesk;
  /** The visitors' side of chats. */
  readonly chats: ChatDesk;
}

/** Salesforce's side of the softphone, for one browser window. */
export function playSalesforce(options: SalesforceOptions): SalesforceOnStage {
  const log = new WireLog();
  const reception = new Reception(log, (request, frame) => {
    heard();
    void dispatch.handle(request, frame);
  });
  const scene = setScene(options, {
    announce: (event, wanted = () => true) => announce(reception, scene, { event, wanted }),
    reload: ({ element }) => element.setAttribute("src", element.src),
    recordSaved: (record, created) => {
      push(scene, record, created);
      showHistory(scene, record);
    },
  });
  const dispatch = new Dispatch(scene, (frame, message) => reception.send(frame, message));
  const heard = logOutLater(scene);
  announceTabs(scene);
  announceFocus(scene);
  announcePresence(scene);
  announceChats(scene);
  return { ...shown(scene, log), ...agent(scene), connectFrame: connector(scene, reception) };
}

/** What the desk shows. */
function shown({ options, tabs, panel, titles, navigateTo, presence, chats }: Scene, log: WireLog) {
  return {
    mode: options.mode,
    console: tabs.state,
    softphone: panel.state,
    wire: log.entries,
    titleQueue: titles,
    navigateTo,
    tabs,
    presence,
    chats,
    ...(options.mode === "console" && { omni: playedOmni(presence) }),
  };
}

/** What the agent can do. */
function agent(scene: Scene) {
  const { tabs } = scene;
  return {
    clickToDial: (click) => void clickToDial(scene, click),
    toggleSoftphone: () => toggleSoftphone(scene),
    open: (url, where) => open(scene, url, where),
    focusTab: (id) => tabs.focus(id),
    closeTab: (id) => tabs.close(id),
    selectNavigation: (id) => tabs.selectNavigation(id),
    pinTab: (id, pinned) => tabs.alter(id, { pinned }),
    setDirty: (id, dirty) => setDirty(scene, id, dirty),
    logOut: () => logOut(scene),
    recordSaved: (record, created) => push(scene, record, created),
  } satisfies Partial<PlayedSalesforce>;
}

function connector(
  { subscriptions }: Scene,
  reception: Reception,
): PlayedSalesforce["connectFrame"] {
  return (element, details) => {
    const frame: ConnectedFrame = { element, ...details };
    const disconnect = reception.connect(frame);
    return () => {
      disconnect();
      subscriptions.remove(frame);
    };
  };
}

function announce(
  reception: Reception,
  { subscriptions }: Scene,
  { event, wanted }: { event: SalesforceEvent; wanted: Wanted },
): void {
  for (const { frame, request } of subscriptions.concerned(event, wanted)) {
    reception.send(frame, request.reply(event.payload));
  }
}

/** Open CTI hears of primary tabs and of the navigation tab; of several moves in a row, the last. */
function announceFocus(scene: Scene): void {
  let latest = 0;
  scene.tabs.events.on("primaryFocused", () => {
    const turn = ++latest;
    void pageInfo(scene.store, frontPage(scene)).then((result) => {
      if (turn !== latest) return;
      scene.announce({ api: "interaction", method: "onFocus", payload: { result } });
    });
  });
}

/** Somebody of the org, in whose name records change. */
const modifier = "005x00000012345";

function push(scene: Scene, record: WorkbenchRecord, created: boolean): void {
  const { Id, object } = record;
  if (scene.features.pushedObjects?.includes(object) === false) return;
  const Type = created ? "Created" : "Updated";
  scene.announce(
    {
      api: "integration",
      method: "addPushNotificationListener",
      payload: { Id: Id.slice(0, 15), entityType: object, Type, LastModifiedById: modifier },
    },
    (args) => args.list("entities").includes(object),
  );
}

/** The scenario in which the session ends begins with the softphone's first word. */
function logOutLater(scene: Scene): () => void {
  const after = scene.options.scenario?.logOutAfter;
  let waiting = after !== undefined;
  return () => {
    if (waiting) setTimeout(() => logOut(scene), after);
    waiting = false;
  };
}
